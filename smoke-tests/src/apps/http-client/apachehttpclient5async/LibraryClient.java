import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;

final class LibraryClient implements Client {
    private final CloseableHttpAsyncClient client;

    LibraryClient(int timeoutMillis) {
        RequestConfig config = RequestConfig.custom().setConnectTimeout(timeoutMillis, TimeUnit.MILLISECONDS)
                .setResponseTimeout(timeoutMillis, TimeUnit.MILLISECONDS).build();
        PoolingAsyncClientConnectionManager connections = new PoolingAsyncClientConnectionManager();
        connections.setDefaultMaxPerRoute(100);
        connections.setMaxTotal(200);
        client = HttpAsyncClients.custom().setDefaultRequestConfig(config).setConnectionManager(connections).build();
        client.start();
    }

    private static SimpleHttpRequest request(Call call) {
        SimpleHttpRequest request = new SimpleHttpRequest(call.method, URI.create(call.url));
        call.headers.forEach(request::addHeader);
        if (call.body != null) {
            request.setBody(call.body, ContentType.create("text/plain", "UTF-8"));
        }
        return request;
    }

    private static Answer answer(SimpleHttpResponse response) {
        byte[] body = response.getBodyBytes();
        return new Answer(response.getCode(), body == null ? "" : new String(body, StandardCharsets.UTF_8));
    }

    private Answer send(SimpleHttpRequest request) throws Exception {
        try {
            return answer(client.execute(request, null).get());
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        }
    }

    @Override
    public Answer send(Call call) throws Exception {
        return send(request(call));
    }

    @Override
    public List<Answer> sendTwice(Call call) throws Exception {
        SimpleHttpRequest request = request(call);
        return Arrays.asList(send(request), send(request));
    }

    @Override
    public Answer sendUnread(Call call) throws Exception {
        return new Answer(client.execute(request(call), null).get().getCode(), "");
    }

    @Override
    public Runnable start(Call call, CompletableFuture<Answer> done) {
        Future<SimpleHttpResponse> sent = client.execute(request(call), new FutureCallback<SimpleHttpResponse>() {
            @Override
            public void completed(SimpleHttpResponse response) {
                done.complete(answer(response));
            }

            @Override
            public void failed(Exception failure) {
                done.completeExceptionally(failure);
            }

            @Override
            public void cancelled() {
                done.completeExceptionally(new CancellationException());
            }
        });
        return () -> sent.cancel(true);
    }
}
