import io.helidon.webserver.WebServer;
import io.helidon.webserver.websocket.WsRouting;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;

/** Helidon 4 with a WebSocket below a path with a parameter, and a page that is none. */
public final class HelidonSockets {
    private HelidonSockets() {
    }

    public static void main(String[] args) {
        WebServer server = WebServer.builder().port(0).host("localhost")
                .routing(routing -> routing.get("/not-a-socket", (request, response) -> response.send("page")))
                .addRouting(WsRouting.builder().endpoint("/rooms/{room}", new WsListener() {
                    @Override
                    public void onMessage(WsSession session, String text, boolean last) {
                        session.send(text, last);
                    }
                })).build().start();
        System.out.println("port " + server.port());
    }
}
