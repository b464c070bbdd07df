package io.obsagent.export.transport;

import io.obsagent.config.OtlpSettings;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * OTLP over HTTP/1.1: one POST at a time on a connection that is kept while it is used. Redirects are not followed, because
 * the headers may hold a password meant for this backend only.
 */
public final class HttpTransport implements Transport {
    private final OtlpSettings settings;
    private final Tls tls;
    private final String fixedHead;
    private volatile Connection connection;

    /** @param userAgent names this agent to the backend, unless a header of the settings does */
    public HttpTransport(OtlpSettings settings, String userAgent) {
        this.settings = settings;
        tls = settings.endpoint.tls ? new Tls(settings) : null;
        fixedHead = fixedHead(settings, userAgent);
    }

    @Override
    public Reply send(byte[] body, int length, Deadline deadline) throws IOException {
        Connection kept = connection;
        if (kept != null && !kept.isStale()) {
            kept.expect(deadline);
            try {
                return exchange(kept, body, length);
            } catch (EOFException | SocketException e) {
                // The backend closed the idle connection, as it may at any time: not a failure yet.
                if (kept.explained(e) != e) {
                    throw kept.explained(e);
                }
            }
        }
        close();
        Connection fresh = Connection.open(settings.endpoint, tls, null, deadline);
        connection = fresh;
        fresh.expect(deadline);
        return exchange(fresh, body, length);
    }

    @Override
    public void close() {
        Connection kept = connection;
        connection = null;
        if (kept != null) {
            kept.close();
        }
    }

    private Reply exchange(Connection on, byte[] body, int length) throws IOException {
        boolean keep = false;
        try {
            IOException cut = null;
            try {
                on.out.write((fixedHead + "Content-Length: " + length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
                on.out.write(body, 0, length);
                on.out.flush();
            } catch (IOException e) {
                // A backend that refuses a request half way closes the connection, but its answer may be there.
                cut = e;
            }
            HttpResponse response = answer(on, cut);
            keep = response.keepsConnection();
            return response.reply();
        } catch (IOException e) {
            throw on.explained(e);
        } finally {
            if (keep) {
                on.idle();
            } else {
                close();
            }
        }
    }

    private static HttpResponse answer(Connection on, IOException cut) throws IOException {
        try {
            return HttpResponse.read(on.in);
        } catch (IOException e) {
            throw cut == null ? e : cut;
        }
    }

    private static String fixedHead(OtlpSettings settings, String userAgent) {
        StringBuilder head = new StringBuilder(256);
        head.append("POST ").append(settings.endpoint.path).append(" HTTP/1.1\r\n");
        append(head, "Host", settings.endpoint.authority());
        append(head, "Content-Type", "application/x-protobuf");
        if (settings.compression == OtlpSettings.Compression.GZIP) {
            append(head, "Content-Encoding", "gzip");
        }
        boolean named = false;
        for (Map.Entry<String, String> header : settings.headers.entrySet()) {
            named |= header.getKey().equalsIgnoreCase("User-Agent");
            append(head, header.getKey(), header.getValue());
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
