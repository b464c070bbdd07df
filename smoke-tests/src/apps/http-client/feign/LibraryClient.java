import feign.Request;
import feign.Response;
import feign.okhttp.OkHttpClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Feign's client on OkHttp, below the proxies that it makes of interfaces. */
final class LibraryClient implements Client {
    private final OkHttpClient client = new OkHttpClient();
    private final Request.Options options;

    LibraryClient(int timeoutMillis) {
        options = new Request.Options(timeoutMillis, TimeUnit.MILLISECONDS, timeoutMillis, TimeUnit.MILLISECONDS, true);
    }

    private static Request request(Call call) {
        Map<String, Collection<String>> headers = new LinkedHashMap<>();
        call.headers.forEach((name, value) -> headers.put(name, Collections.singletonList(value)));
        byte[] body = call.body == null ? null : call.body.getBytes(StandardCharsets.UTF_8);
        return Request.create(Request.HttpMethod.valueOf(call.method), call.url, headers, body, StandardCharsets.UTF_8, null);
    }

    private Answer send(Request request) throws IOException {
        try (Response response = client.execute(request, options)) {
            byte[] body = response.body() == null ? new byte[0] : response.body().asInputStream().readAllBytes();
            return new Answer(response.status(), new String(body, StandardCharsets.UTF_8));
        }
    }

    @Override
    public Answer send(Call call) throws IOException {
        return send(request(call));
    }

    @Override
    public List<Answer> sendTwice(Call call) throws IOException {
        Request request = request(call);
        return Arrays.asList(send(request), send(request));
    }

    @Override
    public Answer sendUnread(Call call) throws IOException {
        try (Response response = client.execute(request(call), options)) {
            return new Answer(response.status(), "");
        }
    }

    @Override
    public Runnable start(Call call, CompletableFuture<Answer> done) {
        throw new UnsupportedOperationException("this client of Feign knows no callbacks");
    }
}
