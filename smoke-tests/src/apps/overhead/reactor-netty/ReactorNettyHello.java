import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;

/** Two routes: one says hello, one what the process has spent. */
public final class ReactorNettyHello {
    private ReactorNettyHello() {
    }

    public static void main(String[] args) {
        byte[] hello = "hello".getBytes(StandardCharsets.US_ASCII);
        DisposableServer server = HttpServer.create().host("localhost").port(0).route(routes -> routes
                .get("/hello/{name}", (request, response) -> answer(response, hello))
                .get("/spent", (request, response) -> answer(response, Spent.soFar()))).bindNow();
        System.out.println("port " + server.port());
        server.onDispose().block();
    }

    private static Mono<Void> answer(HttpServerResponse response, byte[] body) {
        return response.header("Content-Length", Integer.toString(body.length))
                .sendObject(Unpooled.wrappedBuffer(body)).then();
    }
}
