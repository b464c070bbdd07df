package io.helidon.common.socket;

public interface SocketContext {
    PeerInfo remotePeer();

    boolean isSecure();
}
