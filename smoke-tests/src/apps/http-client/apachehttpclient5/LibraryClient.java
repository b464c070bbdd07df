import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.TimeValue;

final class LibraryClient implements Client {
    private final CloseableHttpClient client;

    LibraryClient(int timeoutMillis) {
        RequestConfig config = RequestConfig.custom().setConnectTimeout(timeoutMillis, TimeUnit.MILLISECONDS)
                .setResponseTimeout(timeoutMillis, TimeUnit.MILLISECONDS).build();
        PoolingHttpClientConnectionManager connections = new PoolingHttpClientConnectionManager();
        connections.setDefaultMaxPerRoute(100);
        connections.setMaxTotal(200);
        // A connection that the server has closed meanwhile is the library's business, not this contract's.
        connections.setValidateAfterInactivity(TimeValue.ofMilliseconds(1));
        client = HttpClients.custom().setDefaultRequestConfig(config).setConnectionManager(connections).build();
    }

    private static HttpUriRequestBase request(Call call) {
        HttpUriRequestBase request = new HttpUriRequestBase(call.method, URI.create(call.url));
        call.headers.forEach(request::addHeader);
        if (call.body != null) {
            request.setEntity(new StringEntity(call.body, ContentType.create("text/plain", "UTF-8")));
        }
        return request;
    }

    private Answer send(HttpUriRequestBase request) throws IOException, ParseException {
        try (CloseableHttpResponse response = client.execute(request)) {
            return new Answer(response.getCode(), response.getEntity() == null ? "" : EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8));
        }
    }

    @Override
    public Answer send(Call call) throws Exception {
        return send(request(call));
    }

    @Override
    public List<Answer> sendTwice(Call call) throws Exception {
        HttpUriRequestBase request = request(call);
        return Arrays.asList(send(request), send(request));
    }

    @Override
    public Answer sendFixed(Call call) throws Exception {
        HttpUriRequestBase request = new HttpUriRequestBase(call.method, URI.create(call.url)) {
            @Override
            public void setHeader(String name, Object value) {
                throw new UnsupportedOperationException(name);
            }
        };
        call.headers.forEach(request::addHeader);
        return send(request);
    }

    @Override
    public Answer sendUnread(Call call) throws Exception {
        try (CloseableHttpResponse response = client.execute(request(call))) {
            return new Answer(response.getCode(), "");
        }
    }

    /** A blocking call on a thread of its own, which the application aborts. */
    @Override
    public Runnable start(Call call, CompletableFuture<Answer> done) {
        HttpUriRequestBase request = request(call);
        new Thread(() -> {
            try {
                done.complete(send(request));
            } catch (IOException | ParseException e) {
                done.completeExceptionally(e);
            }
        }).start();
        return request::abort;
    }
}
