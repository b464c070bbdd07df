import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.CountDownLatch;

/** Vert.x core with one request handler for every behaviour. */
public final class VertxServer {
    private VertxServer() {
    }

    public static void main(String[] args) throws InterruptedException {
        Children.prepare();
        HttpServer server = Vertx.vertx().createHttpServer().requestHandler(VertxServer::serve);
        CountDownLatch listening = new CountDownLatch(1);
        server.listen(0, "localhost").onComplete(result -> listening.countDown());
        listening.await();
        System.out.println("port " + server.actualPort());
    }

    private static void serve(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        switch (request.path()) {
            case "/hello":
                response.end("hello");
                break;
            case "/redirect":
                response.setStatusCode(302).putHeader("Location", "/hello").end();
                break;
            case "/fail":
                response.setStatusCode(500).end("failed");
                break;
            case "/throw":
                throw new IllegalStateException("thrown");
            case "/child":
                response.end(Children.call(request.getParam("id")));
                break;
            case "/echo":
                response.putHeader("X-Answer", "yes");
                request.bodyHandler(response::end);
                break;
            case "/events":
                response.setChunked(true).putHeader("Content-Type", "text/event-stream");
                events(response, 5);
                break;
            case "/socket":
                request.toWebSocket().onSuccess(socket -> socket.textMessageHandler(socket::writeTextMessage));
                break;
            case "/large":
                response.setChunked(true);
                large(response, 1024);
                break;
            default:
                response.setStatusCode(404).end();
        }
    }

    private static void events(HttpServerResponse response, int left) {
        if (left == 0) {
            response.end();
        } else {
            response.write("data: event\n\n");
            Vertx.currentContext().owner().setTimer(50, timer -> events(response, left - 1));
        }
    }

    private static void large(HttpServerResponse response, int blocks) {
        if (blocks == 0) {
            response.end();
        } else {
            response.write(Buffer.buffer(new byte[64 * 1024])).onSuccess(written -> large(response, blocks - 1));
        }
    }
}
