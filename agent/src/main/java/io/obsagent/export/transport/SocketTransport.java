package io.obsagent.export.transport;

import io.obsagent.config.AgentLog;
import io.obsagent.config.OtlpSettings;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;

/** Keeps one connection to a backend as long as it is used and good, and opens another one when it is not. */
public final class SocketTransport implements Transport {
    private final OtlpSettings settings;
    private final Protocol protocol;
    private final Tls tls;
    private volatile Connection connection;
    private Protocol.Session session;

    SocketTransport(OtlpSettings settings, Protocol protocol) {
        this.settings = settings;
        this.protocol = protocol;
        tls = settings.endpoint.tls ? new Tls(settings) : null;
    }

    /** @param userAgent names this agent to the backend, unless a header of the settings does */
    public static SocketTransport of(OtlpSettings settings, String userAgent) {
        // HTTP/2 is a dozen classes that most applications never load.
        return settings.protocol == OtlpSettings.Protocol.GRPC
            ? new SocketTransport(settings, new GrpcProtocol(settings, userAgent))
            : new SocketTransport(settings, new HttpProtocol(settings, userAgent));
    }

    @Override
    public Reply send(byte[] body, int length, Deadline deadline) throws IOException {
        Connection kept = connection;
        if (kept != null && !kept.isStale()) {
            kept.expect(deadline);
            try {
                return exchange(kept, body, length, deadline);
            } catch (EOFException | SocketException e) {
                // The backend closed the idle connection, as it may at any time: not a failure yet.
                AgentLog.debug("the kept connection to " + settings.endpoint + " was closed: opening another one");
            }
        }
        close();
        Connection fresh = Connection.open(settings.endpoint, tls, protocol.applicationProtocol(), deadline);
        connection = fresh;
        session = protocol.start(fresh);
        return exchange(fresh, body, length, deadline);
    }

    @Override
    public void close() {
        Connection kept = connection;
        connection = null;
        if (kept != null) {
            kept.close();
        }
    }

    private Reply exchange(Connection on, byte[] body, int length, Deadline deadline) throws IOException {
        boolean keep = false;
        try {
            Reply reply = session.exchange(body, length, deadline);
            keep = session.isReusable();
            return reply;
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
}
