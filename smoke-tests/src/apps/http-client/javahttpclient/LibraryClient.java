import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

final class LibraryClient implements Client {
    private final HttpClient client;
    private final Duration timeout;

    LibraryClient(int timeoutMillis) {
        timeout = Duration.ofMillis(timeoutMillis);
        client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).connectTimeout(timeout).authenticator(new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication("bob", "secret".toCharArray());
            }
        }).build();
    }

    private HttpRequest request(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(call.url)).timeout(timeout)
                .method(call.method, call.body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body));
        call.headers.forEach(request::header);
        return request.build();
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.body());
    }

    @Override
    public Answer send(Call call) throws Exception {
        if (call.url.startsWith("ws:")) {
            client.newWebSocketBuilder().buildAsync(URI.create(call.url), new WebSocket.Listener() { }).join().abort();
            return new Answer(101, "");
        }
        if (call.url.endsWith("/timer")) {
            return answer(cancelledByTimer(client.sendAsync(request(call), BodyHandlers.ofString())));
        }
        return answer(client.send(request(call), BodyHandlers.ofString()));
    }

    /**
     * As Spring 7 ends a call that takes too long. Which thread runs the stages of a future that has ended is a race
     * between the one that ended it and those that wait for it; here another one always wins.
     */
    private static HttpResponse<String> cancelledByTimer(CompletableFuture<HttpResponse<String>> sent) throws Exception {
        sent.whenComplete((response, failure) -> {
            Thread other = new Thread(() -> sent.cancel(true));
            other.start();
            try {
                other.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        new CompletableFuture<Void>().completeOnTimeout(null, 100, TimeUnit.MILLISECONDS).thenRun(() -> sent.cancel(true));
        return sent.get();
    }

    @Override
    public List<Answer> sendTwice(Call call) throws Exception {
        HttpRequest request = request(call);
        return Arrays.asList(answer(client.send(request, BodyHandlers.ofString())),
                answer(client.send(request, BodyHandlers.ofString())));
    }

    @Override
    public Answer sendUnread(Call call) throws Exception {
        HttpResponse<java.io.InputStream> response = client.send(request(call), BodyHandlers.ofInputStream());
        response.body().close();
        return new Answer(response.statusCode(), "");
    }

    @Override
    public Runnable start(Call call, CompletableFuture<Answer> done) {
        CompletableFuture<HttpResponse<String>> sent = client.sendAsync(request(call), BodyHandlers.ofString());
        sent.whenComplete((response, failure) -> {
            if (failure == null) {
                done.complete(answer(response));
            } else {
                done.completeExceptionally(failure);
            }
        });
        return () -> sent.cancel(true);
    }
}
