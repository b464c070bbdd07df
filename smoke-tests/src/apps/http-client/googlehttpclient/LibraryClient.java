import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestFactory;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.javanet.NetHttpTransport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Google's HTTP client on HttpURLConnection; it follows redirects by opening another one. */
final class LibraryClient implements Client {
    private final HttpRequestFactory requests = new NetHttpTransport().createRequestFactory();
    private final int timeoutMillis;

    LibraryClient(int timeoutMillis) {
        this.timeoutMillis = timeoutMillis;
    }

    private HttpRequest request(Call call) throws IOException {
        HttpRequest request = requests.buildRequest(call.method, new GenericUrl(call.url), call.body == null ? null
                : new ByteArrayContent("text/plain", call.body.getBytes(StandardCharsets.UTF_8)));
        request.setConnectTimeout(timeoutMillis).setReadTimeout(timeoutMillis).setThrowExceptionOnExecuteError(false)
                .setFollowRedirects(false);
        call.headers.forEach(request.getHeaders()::set);
        return request;
    }

    private static Answer send(HttpRequest request) throws IOException {
        HttpResponse response = request.execute();
        try (InputStream body = response.getContent()) {
            return new Answer(response.getStatusCode(),
                    body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Override
    public Answer send(Call call) throws IOException {
        return send(request(call));
    }

    @Override
    public List<Answer> sendTwice(Call call) throws IOException {
        HttpRequest request = request(call);
        return Arrays.asList(send(request), send(request));
    }

    @Override
    public Answer sendUnread(Call call) throws IOException {
        HttpResponse response = request(call).execute();
        response.disconnect();
        return new Answer(response.getStatusCode(), "");
    }

    @Override
    public Runnable start(Call call, CompletableFuture<Answer> done) {
        throw new UnsupportedOperationException("callbacks are threads of an executor here");
    }
}
