import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.http.HttpResponse;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.concurrent.FutureCallback;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.nio.client.CloseableHttpAsyncClient;
import org.apache.http.impl.nio.client.HttpAsyncClients;
import org.apache.http.util.EntityUtils;

final class LibraryClient implements Client {
    private final CloseableHttpAsyncClient client;

    LibraryClient(int timeoutMillis) {
        RequestConfig config = RequestConfig.custom().setConnectTimeout(timeoutMillis).setSocketTimeout(timeoutMillis)
                .setConnectionRequestTimeout(timeoutMillis).build();
        client = HttpAsyncClients.custom().setDefaultRequestConfig(config).setMaxConnPerRoute(100).setMaxConnTotal(200)
                .build();
        client.start();
    }

    private static HttpUriRequest request(Call call) {
        RequestBuilder request = RequestBuilder.create(call.method).setUri(call.url);
        call.headers.forEach(request::addHeader);
        if (call.body != null) {
            request.setEntity(new StringEntity(call.body, "UTF-8"));
        }
        return request.build();
    }

    private static Answer answer(HttpResponse response) throws IOException {
        String body = response.getEntity() == null ? ""
                    : EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8);
        return new Answer(response.getStatusLine().getStatusCode(), body);
    }

    private Answer send(HttpUriRequest request) throws Exception {
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
        HttpUriRequest request = request(call);
        return Arrays.asList(send(request), send(request));
    }

    @Override
    public Answer sendUnread(Call call) throws Exception {
        return new Answer(client.execute(request(call), null).get().getStatusLine().getStatusCode(), "");
    }

    @Override
    public Runnable start(Call call, CompletableFuture<Answer> done) {
        Future<HttpResponse> sent = client.execute(request(call), new FutureCallback<HttpResponse>() {
            @Override
            public void completed(HttpResponse response) {
                try {
                    done.complete(answer(response));
                } catch (IOException e) {
                    done.completeExceptionally(e);
                }
            }

            @Override
            public void failed(Exception failure) {
                done.completeExceptionally(failure);
            }

            @Override
            public void cancelled() {
                done.completeExceptionally(new java.util.concurrent.CancellationException());
            }
        });
        return () -> sent.cancel(true);
    }
}
