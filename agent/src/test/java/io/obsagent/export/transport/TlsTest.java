package io.obsagent.export.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obsagent.export.RawServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    private static final String OK = RawServer.response("200 OK", "Connection: close\r\n", "");

    @TempDir Path folder;
    private Certificates certificates;
    private RawServer server;
    private SocketTransport transport;

    @BeforeEach
    void start() {
        certificates = new Certificates(folder);
    }

    @AfterEach
    void stop() throws IOException {
        if (transport != null) {
            transport.close();
        }
        if (server != null) {
            server.close();
        }
    }

    private void serve(KeyStore identity) throws IOException, GeneralSecurityException {
        server = new RawServer(Certificates.server(identity, null).getServerSocketFactory());
    }

    /** A server that turns clients without a certificate of {@code clients} away. */
    private void serveOnly(KeyStore clients, KeyStore identity) throws IOException, GeneralSecurityException {
        SSLContext context = Certificates.server(identity, clients);
        server = new RawServer(new ServerSocketFactory() {
            @Override
            public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
                SSLServerSocket socket = (SSLServerSocket) context.getServerSocketFactory().createServerSocket(port, backlog, address);
                socket.setNeedClientAuth(true);
                return socket;
            }

            @Override
            public ServerSocket createServerSocket(int port) {
                throw new IllegalStateException();
            }

            @Override
            public ServerSocket createServerSocket(int port, int backlog) {
                throw new IllegalStateException();
            }
        });
    }

    private Reply send(String... pairs) throws IOException {
        String[] all = new String[pairs.length + 2];
        all[0] = "endpoint";
        all[1] = "https://localhost:" + server.port();
        System.arraycopy(pairs, 0, all, 2, pairs.length);
        transport = SocketTransport.of(Otlp.settings(all), "test");
        return transport.send(new byte[5], 5, Deadline.in(10_000));
    }

    @Test
    void theAuthoritiesOfTheSettingAreTrusted() throws Exception {
        KeyStore identity = certificates.make("server");
        serve(identity);
        server.answers(OK);

        assertThat(send("certificate", certificates.certificateFile(identity)).verdict).isEqualTo(Reply.Verdict.ACCEPTED);
    }

    @Test
    void withoutTheSettingAnUnknownAuthorityIsRefused() throws Exception {
        serve(certificates.make("server"));

        assertThatThrownBy(this::send).isInstanceOf(SSLException.class);
        assertThat(server.heads()).isEmpty();
    }

    @Test
    void anExpiredCertificateIsRefused() throws Exception {
        KeyStore authority = certificates.make("authority", "-ext", "bc:c=ca:true");
        serve(certificates.makeSigned("server", authority, "-startdate", "-10d", "-validity", "1"));
        String file = certificates.certificateFile(authority);

        assertThatThrownBy(() -> send("certificate", file)).isInstanceOf(SSLException.class).hasMessageContaining("validity check failed");
    }

    @Test
    void aCertificateOfAnotherHostIsRefused() throws Exception {
        KeyStore identity = certificates.make("server", "-ext", "san=dns:elsewhere.example");
        serve(identity);
        String file = certificates.certificateFile(identity);

        assertThatThrownBy(() -> send("certificate", file)).isInstanceOf(SSLException.class).hasMessageContaining("localhost");
    }

    @Test
    void thereIsNoFallbackToPlainText() throws Exception {
        server = new RawServer().answers(OK);

        transport = SocketTransport.of(Otlp.settings("endpoint", "https://localhost:" + server.port()), "test");

        assertThatThrownBy(() -> transport.send(new byte[5], 5, Deadline.in(500))).isInstanceOf(IOException.class);
        assertThat(server.heads()).isEmpty();
    }

    @Test
    void aClientShowsItsCertificate() throws Exception {
        KeyStore identity = certificates.make("server");
        KeyStore rsa = certificates.make("rsa");
        KeyStore ec = certificates.make("ec", "-keyalg", "EC");
        String[] keys = {
            certificates.keyFile(rsa), certificates.oldKeyFile(rsa, "RSA PRIVATE KEY"), certificates.keyFile(ec),
        };
        KeyStore[] clients = {rsa, rsa, ec};
        for (int i = 0; i < keys.length; i++) {
            serveOnly(clients[i], identity);
            server.answers(OK);
            Reply reply = send(
                "certificate", certificates.certificateFile(identity),
                "client.certificate", certificates.certificateFile(clients[i]),
                "client.key", keys[i]);
            assertThat(reply.verdict).as(keys[i]).isEqualTo(Reply.Verdict.ACCEPTED);
            stop();
        }
    }

    @Test
    void aBackendThatWantsAClientCertificateAndGetsNoneRefuses() throws Exception {
        KeyStore identity = certificates.make("server");
        serveOnly(certificates.make("client"), identity);
        server.answers(OK);
        String file = certificates.certificateFile(identity);

        assertThatThrownBy(() -> send("certificate", file)).isInstanceOf(IOException.class);
        assertThat(server.heads()).isEmpty();
    }

    @Test
    void rotatedFilesAreReadAgain() throws Exception {
        KeyStore before = certificates.make("before");
        KeyStore after = certificates.make("after");
        Path trusted = folder.resolve("trusted.pem");
        Files.copy(Path.of(certificates.certificateFile(before)), trusted);
        serve(after);
        server.answers(OK);
        assertThatThrownBy(() -> send("certificate", trusted.toString())).isInstanceOf(SSLException.class);

        Files.copy(Path.of(certificates.certificateFile(after)), trusted, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(trusted, FileTime.fromMillis(1_000_000));

        assertThat(transport.send(new byte[5], 5, Deadline.in(10_000)).verdict).isEqualTo(Reply.Verdict.ACCEPTED);
    }

    @Test
    void aFileThatIsNotThereIsNamedWithItsSetting() throws Exception {
        serve(certificates.make("server"));

        assertThatThrownBy(() -> send("certificate", "/no/such/file"))
            .isInstanceOf(ConfigurationException.class)
            .hasMessageStartingWith("-Dotel.exporter.otlp.certificate=/no/such/file does not give a certificate in PEM form");
    }

    @Test
    void aFileThatHoldsSomethingElseIsNamedWithItsSetting() throws Exception {
        KeyStore identity = certificates.make("server");
        serve(identity);
        String file = certificates.certificateFile(identity);

        assertThatThrownBy(() -> send("client.certificate", file, "client.key", file))
            .isInstanceOf(ConfigurationException.class)
            .hasMessage("-Dotel.exporter.otlp.client.key=" + file + " does not give a private key in PEM form (no private key in the file)");
    }

    @Test
    void aKeyWithoutItsCertificateIsAFault() throws Exception {
        serve(certificates.make("server"));

        assertThatThrownBy(() -> send("client.key", "key.pem"))
            .hasMessage("mTLS needs both -Dotel.exporter.otlp.client.key and otel.exporter.otlp.client.certificate");
    }
}
