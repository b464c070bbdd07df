package io.obsagent.export.transport;

import java.io.IOException;

/** How requests and answers are written on a connection. Immutable. */
interface Protocol {
    /** What to agree on by ALPN, or null. */
    String applicationProtocol();

    /** Takes over a new connection. */
    Session start(Connection connection) throws IOException;

    /** A protocol at work on one connection; one request at a time. */
    interface Session {
        /** @throws java.io.EOFException the backend has closed the connection without having taken the request */
        Reply exchange(byte[] body, int length, Deadline deadline) throws IOException;

        /** False when the connection has to be given up after the last exchange. */
        boolean isReusable();
    }
}
