import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** Undertow with one handler for every behaviour, and no servlet. */
public final class UndertowHandlerServer {
    private UndertowHandlerServer() {
    }

    public static void main(String[] args) {
        Children.prepare();
        Undertow server = Undertow.builder().addHttpListener(0, "localhost").setHandler(UndertowHandlerServer::handle).build();
        server.start();
        System.out.println("port " + ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort());
    }

    private static void handle(HttpServerExchange exchange) throws Exception {
        switch (exchange.getRequestPath()) {
            case "/hello":
                exchange.getResponseSender().send("hello");
                break;
            case "/redirect":
                exchange.setStatusCode(302).getResponseHeaders().put(Headers.LOCATION, "/hello");
                break;
            case "/fail":
                exchange.setStatusCode(500).getResponseSender().send("failed");
                break;
            case "/throw":
                throw new IllegalStateException("thrown");
            case "/child":
                exchange.dispatch(() -> exchange.getResponseSender()
                        .send(Children.call(exchange.getQueryParameters().get("id").getFirst())));
                break;
            case "/echo":
                exchange.getResponseHeaders().put(new HttpString("X-Answer"), "yes");
                exchange.getRequestReceiver().receiveFullBytes((received, body) ->
                        received.getResponseSender().send(ByteBuffer.wrap(body)));
                break;
            case "/large":
                exchange.dispatch(() -> large(exchange));
                break;
            default:
                exchange.setStatusCode(404);
        }
    }

    private static void large(HttpServerExchange exchange) {
        exchange.startBlocking();
        try (OutputStream out = exchange.getOutputStream()) {
            for (int i = 0; i < 1024; i++) {
                out.write(new byte[64 * 1024]);
            }
        } catch (IOException e) {
            exchange.endExchange();
        }
    }
}
