import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Helidon 4 with the scenarios as a service under {@code /app}. */
public final class HelidonServer {
    private HelidonServer() {
    }

    public static void main(String[] args) {
        Children.prepare();
        WebServer server = WebServer.builder().port(0).host("localhost")
                .routing(routing -> routing.register("/app", HelidonServer::scenarios)).build().start();
        System.out.println("port " + server.port());
    }

    private static void scenarios(HttpRules rules) {
        rules.any((request, response) -> response.next());
        rules.any("/hello", (request, response) -> response.send("hello"));
        rules.get("/redirect", (request, response) ->
                response.status(Status.FOUND_302).header("Location", "/app/hello").send());
        rules.get("/fail", (request, response) -> response.status(Status.INTERNAL_SERVER_ERROR_500).send("failed"));
        rules.get("/throw", (request, response) -> {
            throw new IllegalStateException("thrown");
        });
        rules.get("/users/{id}", (request, response) ->
                response.send("user " + request.path().pathParameters().get("id")));
        rules.get("/child", (request, response) -> response.send(Children.call(request.query().get("id"))));
        rules.post("/echo", HelidonServer::echo);
        rules.get("/large", HelidonServer::large);
    }

    private static void echo(ServerRequest request, ServerResponse response) throws IOException {
        response.header("X-Answer", "yes");
        byte[] body;
        try (InputStream in = request.content().inputStream()) {
            body = in.readAllBytes();
        }
        response.send(body);
    }

    private static void large(ServerRequest request, ServerResponse response) throws IOException {
        try (OutputStream out = response.outputStream()) {
            byte[] block = new byte[64 * 1024];
            for (int i = 0; i < 1024; i++) {
                out.write(block);
            }
        }
    }
}
