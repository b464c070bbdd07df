package io.obsagent.tools.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the doctor makes of the answers that endpoints give, right and wrong ones. */
class ProbeTest {
    private static final String HTTP2_SETTINGS = "\0\0\0\4\0\0\0\0\0";

    @Test
    void anOtlpServerIsFine() throws Exception {
        assertThat(asked("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "http/protobuf")).contains("answers 200");
    }

    @Test
    void aGrpcServerIsFineForGrpcAndToldFromHttp() throws Exception {
        assertThat(asked(HTTP2_SETTINGS, "grpc")).contains("speaks HTTP/2");
        assertThat(asked(HTTP2_SETTINGS, "http/protobuf")).contains("PROBLEM", "speaks gRPC only",
                "OTEL_EXPORTER_OTLP_PROTOCOL=grpc");
        assertThat(asked("", "http/protobuf")).contains("closes the connection on an HTTP request");
    }

    @Test
    void anHttpServerIsToldFromGrpc() throws Exception {
        assertThat(asked("HTTP/1.1 400 Bad Request\r\n\r\n", "grpc")).contains("PROBLEM", "does not speak gRPC");
    }

    @Test
    void refusalAndWrongPathNameTheirSetting() throws Exception {
        assertThat(asked("HTTP/1.1 401 Unauthorized\r\n\r\n", "http/protobuf"))
                .contains("refuses us with 401", "OTEL_EXPORTER_OTLP_HEADERS");
        assertThat(asked("HTTP/1.1 404 Not Found\r\n\r\n", "http/protobuf")).contains("OTLP is not at this path");
        assertThat(asked("HTTP/1.1 503 Busy\r\n\r\n", "http/protobuf")).contains("warning", "answers 503");
    }

    @Test
    void tlsAndPlainAreToldApart() throws Exception {
        assertThat(asked("HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n", "http/protobuf"))
                .contains("speaks TLS, and the address says http");
        assertThat(asked("HTTP/1.1 400 Bad Request\r\n\r\n", "http/protobuf", "https")).contains("does not speak TLS");
    }

    @Test
    void nobodyThereIsAProblem() throws Exception {
        int free;
        try (ServerSocket closed = new ServerSocket(0)) {
            free = closed.getLocalPort();
        }
        DoctorRun run = new DoctorRun("--env", "OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:" + free);

        assertThat(run.out).contains("PROBLEM http://127.0.0.1:" + free, "nothing listens there");
        assertThat(run.exitCode).isEqualTo(2);
        assertThat(new DoctorRun("--offline", "--env", "OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:" + free).out)
                .contains("not tried from here");
    }

    @Test
    void thePyroscopeServerIsAskedWhereOneIsNamed() throws Exception {
        try (Server server = new Server("HTTP/1.1 404 Not Found\r\n\r\n")) {
            assertThat(new DoctorRun("--env", "OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:" + server.port(),
                    "--env", "PYROSCOPE_SERVER_ADDRESS=http://user:pw@127.0.0.1:" + server.port()).out)
                    .contains("ok http://127.0.0.1:" + server.port() + "/: answers").doesNotContain("user:pw");
        }
    }

    private static String asked(String answer, String protocol) throws Exception {
        return asked(answer, protocol, "http");
    }

    private static String asked(String answer, String protocol, String scheme) throws Exception {
        try (Server server = new Server(answer)) {
            return new DoctorRun("--env", "OTEL_EXPORTER_OTLP_ENDPOINT=" + scheme + "://127.0.0.1:" + server.port(),
                    "--env", "OTEL_EXPORTER_OTLP_PROTOCOL=" + protocol).out;
        }
    }

    /** Reads one message of each connection, gives its answer, and hangs up. */
    private static final class Server implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));

        Server(String answer) throws IOException {
            Thread thread = new Thread(() -> serve(answer.getBytes(StandardCharsets.ISO_8859_1)), "answers");
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve(byte[] answer) {
            while (!socket.isClosed()) {
                try (Socket connection = socket.accept()) {
                    connection.getInputStream().read(new byte[4096]);
                    connection.getOutputStream().write(answer);
                } catch (IOException closed) {
                    continue;
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
