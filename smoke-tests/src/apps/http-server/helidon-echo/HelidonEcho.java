import io.helidon.webserver.WebServer;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;

/** Helidon 4.5 with a protocol that echoes. */
public final class HelidonEcho {
    private HelidonEcho() {
    }

    public static void main(String[] args) {
        WebServer server = WebServer.builder().port(0).host("localhost").routing(routing -> { })
                .addConnectionSelector(Http1ConnectionSelector.builder().config(Http1Config.create())
                        .addUpgrader(new EchoUpgrader()).build())
                .build().start();
        System.out.println("port " + server.port());
    }
}
