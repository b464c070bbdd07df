package io.obsagent.telemetry.http;

import java.net.InetSocketAddress;

/** The other end of a connection as attributes name it. Immutable. */
final class Peer {
    final String host;
    final Long port;
    private final InetSocketAddress address;

    /** @param address resolved */
    Peer(InetSocketAddress address) {
        this.address = address;
        this.host = address.getAddress().getHostAddress();
        this.port = (long) address.getPort();
    }

    boolean is(InetSocketAddress other) {
        return address.equals(other);
    }
}
