package io.obsagent.telemetry.http;

import java.net.InetAddress;

/** The other end of a connection as attributes name it. Immutable. */
final class Peer {
    final String host;
    final Long port;
    private final InetAddress address;

    Peer(InetAddress address, int port) {
        this.address = address;
        this.host = address.getHostAddress();
        this.port = (long) port;
    }

    boolean is(InetAddress otherAddress, int otherPort) {
        return port == otherPort && address.equals(otherAddress);
    }
}
