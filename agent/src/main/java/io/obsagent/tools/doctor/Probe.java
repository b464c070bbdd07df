package io.obsagent.tools.doctor;

import io.obsagent.config.Endpoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends one harmless message to an endpoint and tells from the first bytes who answers. Plain sockets, because the
 * wrong answers are what is wanted: an HTTP client hides which protocol the other side speaks.
 */
final class Probe {
    private static final int PATIENCE_MILLIS = 3000;
    private static final int ENOUGH = 4096;
    private static final int SETTINGS_FRAME = 4;
    private static final byte[] HTTP2_PREFACE =
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private final Endpoint endpoint;
    private final Map<String, String> headers;

    Probe(Endpoint endpoint, Map<String, String> headers) {
        this.endpoint = endpoint;
        this.headers = headers;
    }

    /** An empty OTLP request by HTTP: valid, and stores nothing. */
    Answer otlp() {
        return exchange("http/1.1", request("POST", "Content-Type: application/x-protobuf\r\nContent-Length: 0\r\n"),
                Probe::judgeHttp);
    }

    /** Any page by HTTP. */
    Answer http() {
        return exchange("http/1.1", request("GET", ""), answer -> {
            Answer judged = judgeHttp(answer);
            return answer.startsWith("HTTP/1.") && !answer.startsWith("5", 9) ? Answer.ok("answers") : judged;
        });
    }

    /** The opening of an HTTP/2 connection, as gRPC uses it. */
    Answer grpc() {
        return exchange("h2", HTTP2_PREFACE, answer -> isHttp2(answer)
                ? Answer.ok("answers, speaks HTTP/2")
                : Answer.problem("does not speak gRPC", "port 4317, or OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf"));
    }

    private static Answer judgeHttp(String answer) {
        if (isHttp2(answer) || answer.isEmpty()) {
            return Answer.problem(answer.isEmpty() ? "closes the connection on an HTTP request" : "speaks gRPC only",
                    "port 4318, or OTEL_EXPORTER_OTLP_PROTOCOL=grpc");
        }
        String status = answer.startsWith("HTTP/1.") && answer.length() > 12 ? answer.substring(9, 12) : "no status";
        if (status.startsWith("2")) {
            return Answer.ok("answers " + status);
        }
        if (answer.toLowerCase(Locale.ROOT).contains("https")) {
            return Answer.problem("speaks TLS, and the address says http", "https:// in the address");
        }
        switch (status) {
            case "401":
            case "403":
                return Answer.problem("refuses us with " + status,
                        "OTEL_EXPORTER_OTLP_HEADERS, for example authorization=...");
            case "404":
            case "405":
                return Answer.problem("answers " + status + ": OTLP is not at this path",
                        "OTEL_EXPORTER_OTLP_ENDPOINT is the address without /v1/traces; a signal's own endpoint is the "
                                + "whole address");
            default:
                return Answer.warning("answers " + status, "look at the log of that server");
        }
    }

    private static boolean isHttp2(String answer) {
        return answer.length() > 3 && answer.charAt(3) == SETTINGS_FRAME && answer.charAt(0) == 0;
    }

    private byte[] request(String method, String more) {
        StringBuilder text = new StringBuilder(method + " " + endpoint.path + " HTTP/1.1\r\nHost: " + endpoint.authority()
                + "\r\nConnection: close\r\n" + more);
        headers.forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private Answer exchange(String protocol, byte[] request, Function<String, Answer> judge) {
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(endpoint.host, endpoint.port), PATIENCE_MILLIS);
            plain.setSoTimeout(PATIENCE_MILLIS);
            Socket socket = endpoint.tls ? tls(plain, protocol) : plain;
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return judge.apply(read(socket.getInputStream()));
        } catch (UnknownHostException e) {
            return Answer.problem("no such host", "correct the name; inside Kubernetes: service.namespace");
        } catch (ConnectException e) {
            return Answer.problem("nothing listens there (" + e.getMessage() + ")",
                    "start the collector, or correct OTEL_EXPORTER_OTLP_ENDPOINT");
        } catch (SocketTimeoutException e) {
            return Answer.problem("no answer within " + PATIENCE_MILLIS / 1000 + " s", "a firewall, or not an OTLP server");
        } catch (SSLException e) {
            return tlsFailure(e);
        } catch (IOException e) {
            return Answer.problem("breaks the connection off (" + e.getMessage() + ")", "look at the log of that server");
        }
    }

    private Socket tls(Socket plain, String protocol) throws IOException {
        SSLSocket socket = (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault())
                .createSocket(plain, endpoint.host, endpoint.port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setApplicationProtocols(new String[] {protocol});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static Answer tlsFailure(SSLException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("Unsupported or unrecognized")) {
            return Answer.problem("does not speak TLS, and the address says https", "http:// in the address");
        }
        return Answer.warning("TLS fails with the JVM's own authorities (" + message + ")",
                "OTEL_EXPORTER_OTLP_CERTIFICATE names a PEM file with the right ones; not tried here");
    }

    /** What comes first: until the other side pauses, ends or has said enough. */
    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[ENOUGH];
        int length = in.read(buffer);
        if (length > 0) {
            out.write(buffer, 0, length);
        }
        while (out.size() < ENOUGH && in.available() > 0 && (length = in.read(buffer)) > 0) {
            out.write(buffer, 0, length);
        }
        return new String(out.toByteArray(), StandardCharsets.ISO_8859_1);
    }

    /** What the other side showed itself to be. */
    static final class Answer {
        final Level level;
        final String text;
        final String change;

        private Answer(Level level, String text, String change) {
            this.level = level;
            this.text = text;
            this.change = change;
        }

        static Answer ok(String text) {
            return new Answer(Level.OK, text, null);
        }

        static Answer warning(String text, String change) {
            return new Answer(Level.WARNING, text, change);
        }

        static Answer problem(String text, String change) {
            return new Answer(Level.PROBLEM, text, change);
        }
    }
}
