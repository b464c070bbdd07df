import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.http.auth.AuthScope;
import org.apache.http.auth.UsernamePasswordCredentials;
import org.apache.http.client.CredentialsProvider;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.BasicCredentialsProvider;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.DefaultServiceUnavailableRetryStrategy;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;

final class LibraryClient implements Client {
    private final CloseableHttpClient client;

    LibraryClient(int timeoutMillis) {
        RequestConfig config = RequestConfig.custom().setConnectTimeout(timeoutMillis).setSocketTimeout(timeoutMillis)
                .setConnectionRequestTimeout(timeoutMillis).build();
        CredentialsProvider credentials = new BasicCredentialsProvider();
        credentials.setCredentials(AuthScope.ANY, new UsernamePasswordCredentials("bob", "secret"));
        client = HttpClients.custom().setDefaultCredentialsProvider(credentials)
                .setServiceUnavailableRetryStrategy(new DefaultServiceUnavailableRetryStrategy(1, 1))
                .setDefaultRequestConfig(config).setMaxConnPerRoute(100).setMaxConnTotal(200).build();
    }

    private static HttpUriRequest request(Call call) {
        RequestBuilder request = RequestBuilder.create(call.method).setUri(call.url);
        call.headers.forEach(request::addHeader);
        if (call.body != null) {
            request.setEntity(new StringEntity(call.body, "UTF-8"));
        }
        return request.build();
    }

    private Answer send(HttpUriRequest request) throws IOException {
        try (CloseableHttpResponse response = client.execute(request)) {
            String body = response.getEntity() == null ? ""
                    : EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8);
            return new Answer(response.getStatusLine().getStatusCode(), body);
        }
    }

    @Override
    public Answer send(Call call) throws IOException {
        return send(request(call));
    }

    @Override
    public List<Answer> sendTwice(Call call) throws IOException {
        HttpUriRequest request = request(call);
        return Arrays.asList(send(request), send(request));
    }

    @Override
    public Answer sendFixed(Call call) throws IOException {
        HttpGet request = new HttpGet(call.url) {
            @Override
            public void setHeader(String name, String value) {
                throw new UnsupportedOperationException(name);
            }
        };
        call.headers.forEach(request::addHeader);
        return send(request);
    }

    @Override
    public Answer sendUnread(Call call) throws IOException {
        try (CloseableHttpResponse response = client.execute(request(call))) {
            return new Answer(response.getStatusLine().getStatusCode(), "");
        }
    }

    /** A blocking call on a thread of its own, which the application aborts. */
    @Override
    public Runnable start(Call call, CompletableFuture<Answer> done) {
        HttpUriRequest request = request(call);
        new Thread(() -> {
            try {
                done.complete(send(request));
            } catch (IOException e) {
                done.completeExceptionally(e);
            }
        }).start();
        return request::abort;
    }
}
