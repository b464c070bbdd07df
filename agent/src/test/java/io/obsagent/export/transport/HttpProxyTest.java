package io.obsagent.export.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obsagent.export.RawServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpProxyTest {
    private static final String[] PROPERTIES = {"http.proxyHost", "http.proxyPort", "https.proxyHost", "https.proxyPort", "http.nonProxyHosts"};
    private static final String OK = RawServer.response("200 OK", "", "");

    private final String[] before = new String[PROPERTIES.length];
    private SocketTransport transport;

    @BeforeEach
    void remember() {
        for (int i = 0; i < PROPERTIES.length; i++) {
            before[i] = System.getProperty(PROPERTIES[i]);
        }
        System.setProperty("http.nonProxyHosts", "");
    }

    @AfterEach
    void restore() {
        transport.close();
        for (int i = 0; i < PROPERTIES.length; i++) {
            if (before[i] == null) {
                System.clearProperty(PROPERTIES[i]);
            } else {
                System.setProperty(PROPERTIES[i], before[i]);
            }
        }
    }

    private static void use(String scheme, int port) {
        System.setProperty(scheme + ".proxyHost", "localhost");
        System.setProperty(scheme + ".proxyPort", String.valueOf(port));
    }

    private Reply send(String... settings) throws IOException {
        transport = SocketTransport.of(Otlp.settings(settings), "test");
        return transport.send(new byte[3], 3, Deadline.in(10_000));
    }

    @Test
    void aPlainRequestNamesItsBackendToTheProxy() throws IOException {
        try (RawServer proxy = new RawServer()) {
            proxy.answers(OK);
            use("http", proxy.port());

            assertThat(send("endpoint", "http://backend.example:4318").verdict).isEqualTo(Reply.Verdict.ACCEPTED);
            assertThat(proxy.heads().get(0)).startsWith("POST http://backend.example:4318/v1/traces HTTP/1.1\r\nHost: backend.example:4318\r\n");
        }
    }

    @Test
    void anExemptBackendIsReachedDirectly() throws IOException {
        try (RawServer backend = new RawServer()) {
            backend.answers(OK);
            System.clearProperty("http.nonProxyHosts");
            use("http", 1);

            assertThat(send("endpoint", "http://localhost:" + backend.port()).verdict).isEqualTo(Reply.Verdict.ACCEPTED);
            assertThat(backend.heads().get(0)).startsWith("POST /v1/traces");
        }
    }

    @Test
    void tlsGoesThroughATunnel(@TempDir Path folder) throws Exception {
        Certificates certificates = new Certificates(folder);
        KeyStore identity = certificates.make("server");
        try (RawServer backend = new RawServer(Certificates.server(identity, null).getServerSocketFactory());
            Tunnel proxy = new Tunnel("200 Connected")) {
            backend.answers(OK);
            use("https", proxy.port());
            String endpoint = "https://localhost:" + backend.port();

            assertThat(send("endpoint", endpoint, "certificate", certificates.certificateFile(identity)).verdict).isEqualTo(Reply.Verdict.ACCEPTED);
            assertThat(proxy.requests).containsExactly("CONNECT localhost:" + backend.port() + " HTTP/1.1");
            assertThat(backend.heads().get(0)).startsWith("POST /v1/traces");
        }
    }

    @Test
    void aTunnelThatIsRefusedIsNamed() throws IOException {
        try (Tunnel proxy = new Tunnel("407 Proxy Authentication Required")) {
            use("https", proxy.port());

            assertThatThrownBy(() -> send("endpoint", "https://backend.example"))
                .hasMessage("the proxy localhost:" + proxy.port() + " (https.proxyHost) refuses a tunnel to backend.example:443 with HTTP 407");
        }
    }

    @Test
    void aProxyThatIsGoneIsNamed() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0)) {
            port = gone.getLocalPort();
        }
        use("http", port);

        assertThatThrownBy(() -> send("endpoint", "http://backend.example"))
            .hasMessageStartingWith("the proxy localhost:" + port + " (http.proxyHost) cannot be reached");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost,true", "127.0.0.1,true", "LOCALHOST,true", "a.corp.example,true", "corp.example,false", "10.1.2.3,true", "110.1,false", "other,false",
    })
    void exemptions(String host, boolean exempt) {
        transport = SocketTransport.of(Otlp.settings(), "test");

        assertThat(HttpProxy.isExempt(host, "localhost|127.*|*.corp.example|10.*")).isEqualTo(exempt);
    }

    /** Answers one CONNECT with a status and, when that is good, passes bytes on. */
    private static final class Tunnel implements Closeable {
        private final List<String> requests = new CopyOnWriteArrayList<>();
        private final ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final String status;

        Tunnel(String status) throws IOException {
            this.status = status;
            start(this::serve);
        }

        int port() {
            return listener.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            listener.close();
        }

        private void serve() throws IOException {
            Socket client = listener.accept();
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) client.getInputStream().read());
            }
            String request = head.substring(0, head.indexOf("\r\n"));
            requests.add(request);
            client.getOutputStream().write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            if (!status.startsWith("2")) {
                client.close();
                return;
            }
            String target = request.split(" ")[1];
            Socket backend = new Socket("localhost", Integer.parseInt(target.substring(target.lastIndexOf(':') + 1)));
            start(() -> backend.getInputStream().transferTo(client.getOutputStream()));
            client.getInputStream().transferTo(backend.getOutputStream());
        }

        private interface Work {
            void run() throws IOException;
        }

        private static void start(Work work) {
            Thread thread = new Thread(() -> {
                try {
                    work.run();
                } catch (IOException e) {
                    return;
                }
            }, "tunnel");
            thread.setDaemon(true);
            thread.start();
        }
    }
}
