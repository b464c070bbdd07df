import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/** Calls the application itself over HTTP: the next hop of a chain. */
final class Onward {
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Onward() {
    }

    static CompletableFuture<String> call(int port, String id) {
        URI uri = URI.create("http://localhost:" + port + "/app/child?id=" + id);
        return CLIENT.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).thenApply(answer -> answer.body());
    }
}
