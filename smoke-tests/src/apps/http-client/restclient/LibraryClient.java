import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** RestClient on java.net.http, which Spring takes where there is nothing else. */
final class LibraryClient implements Client {
    private final RestClient client;

    LibraryClient(int timeoutMillis) {
        Duration timeout = Duration.ofMillis(timeoutMillis);
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL).connectTimeout(timeout).build());
        requests.setReadTimeout(timeout);
        client = RestClient.builder().requestFactory(requests).build();
    }

    private RestClient.RequestHeadersSpec<?> request(Call call) {
        RestClient.RequestBodySpec request = client.method(HttpMethod.valueOf(call.method)).uri(URI.create(call.url));
        call.headers.forEach(request::header);
        return call.body == null ? request : request.body(call.body.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer send(RestClient.RequestHeadersSpec<?> request) throws Exception {
        try {
            return request.exchange((sent, response) -> new Answer(response.getStatusCode().value(),
                    new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8)));
        } catch (ResourceAccessException e) {
            throw (Exception) e.getCause();
        }
    }

    @Override
    public Answer send(Call call) throws Exception {
        return send(request(call));
    }

    @Override
    public List<Answer> sendTwice(Call call) throws Exception {
        RestClient.RequestHeadersSpec<?> request = request(call);
        return Arrays.asList(send(request), send(request));
    }

    @Override
    public Answer sendUnread(Call call) {
        return request(call).exchange((sent, response) -> new Answer(response.getStatusCode().value(), ""));
    }

    @Override
    public Runnable start(Call call, CompletableFuture<Answer> done) {
        throw new UnsupportedOperationException("RestClient knows no callbacks");
    }
}
