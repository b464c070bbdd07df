package io.obsagent.export.transport;

import io.obsagent.config.Endpoint;
import io.obsagent.config.OtlpSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * OTLP over HTTP/1.1, or whatever else a {@code Content-Type} among the headers says: one POST after the other. Redirects
 * are not followed, because the headers may hold a password meant for this backend only.
 */
final class HttpProtocol implements Protocol {
    private final Endpoint endpoint;
    private final String headers;

    HttpProtocol(OtlpSettings settings, String userAgent) {
        endpoint = settings.endpoint;
        headers = headers(settings, userAgent);
    }

    @Override
    public String applicationProtocol() {
        return null;
    }

    @Override
    public Session start(Connection connection) {
        return new HttpSession(connection);
    }

    private final class HttpSession implements Session {
        private final Connection connection;
        private final String fixedHead;
        private boolean reusable;

        HttpSession(Connection connection) {
            this.connection = connection;
            fixedHead = "POST " + (connection.throughProxy ? endpoint.toString() : endpoint.path) + " HTTP/1.1\r\n" + headers;
        }

        @Override
        public Reply exchange(byte[] body, int length, Deadline deadline) throws IOException {
            IOException cut = null;
            try {
                connection.out.write((fixedHead + "Content-Length: " + length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
                connection.out.write(body, 0, length);
                connection.out.flush();
            } catch (IOException e) {
                // A backend that refuses a request half way closes the connection, but its answer may be there.
                cut = e;
            }
            HttpResponse response;
            try {
                response = HttpResponse.read(connection.in);
            } catch (IOException e) {
                throw cut == null ? e : cut;
            }
            reusable = cut == null && response.keepsConnection();
            return response.reply();
        }

        @Override
        public boolean isReusable() {
            return reusable;
        }
    }

    private static String headers(OtlpSettings settings, String userAgent) {
        StringBuilder head = new StringBuilder(256);
        append(head, "Host", settings.endpoint.authority());
        if (settings.compression == OtlpSettings.Compression.GZIP) {
            append(head, "Content-Encoding", "gzip");
        }
        boolean typed = false;
        boolean named = false;
        for (Map.Entry<String, String> header : settings.headers.entrySet()) {
            typed |= header.getKey().equalsIgnoreCase("Content-Type");
            named |= header.getKey().equalsIgnoreCase("User-Agent");
            append(head, header.getKey(), header.getValue());
        }
        if (!typed) {
            append(head, "Content-Type", "application/x-protobuf");
        }
        if (!named) {
            append(head, "User-Agent", userAgent);
        }
        return head.toString();
    }

    private static void append(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }
}
