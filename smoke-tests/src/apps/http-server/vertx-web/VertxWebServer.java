import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Vert.x Web with one route for every behaviour, on a router mounted under {@code /app}. */
public final class VertxWebServer {
    /** Would print the stack trace of what is thrown on purpose. */
    private static final Logger ROUTING = Logger.getLogger("io.vertx.ext.web");

    private VertxWebServer() {
    }

    public static void main(String[] args) throws InterruptedException {
        ROUTING.setLevel(Level.OFF);
        Children.prepare();
        Vertx vertx = Vertx.vertx();
        Router outer = Router.router(vertx);
        outer.route("/app/*").subRouter(scenarios(vertx));
        outer.route("/shops/:shop/*").subRouter(shop(vertx));
        HttpServer server = vertx.createHttpServer().requestHandler(outer);
        CountDownLatch listening = new CountDownLatch(1);
        server.listen(0, "localhost").onComplete(result -> listening.countDown());
        listening.await();
        System.out.println("port " + server.actualPort());
    }

    private static Router scenarios(Vertx vertx) {
        Router router = Router.router(vertx);
        router.route().handler(RoutingContext::next);
        router.route("/hello").handler(context -> context.response().end("hello"));
        router.get("/redirect").handler(context ->
                context.response().setStatusCode(302).putHeader("Location", "/app/hello").end());
        router.get("/fail").handler(context -> context.response().setStatusCode(500).end("failed"));
        router.get("/throw").handler(context -> {
            throw new IllegalStateException("thrown");
        });
        router.get("/users/:id").handler(context -> context.response().end("user " + context.pathParam("id")));
        router.get("/child").handler(context ->
                context.response().end(Children.call(context.request().getParam("id"))));
        router.post("/echo").handler(VertxWebServer::echo);
        router.get("/large").handler(context -> large(context.response().setChunked(true), 1024));
        return router;
    }

    /** A router below a path with a parameter. */
    private static Router shop(Vertx vertx) {
        Router router = Router.router(vertx);
        router.get("/items/:item").handler(context -> context.response().end("item " + context.pathParam("item")));
        return router;
    }

    private static void echo(RoutingContext context) {
        HttpServerResponse response = context.response().putHeader("X-Answer", "yes");
        context.request().bodyHandler(response::end);
    }

    private static void large(HttpServerResponse response, int blocks) {
        if (blocks == 0) {
            response.end();
        } else {
            response.write(Buffer.buffer(new byte[64 * 1024])).onSuccess(written -> large(response, blocks - 1));
        }
    }
}
