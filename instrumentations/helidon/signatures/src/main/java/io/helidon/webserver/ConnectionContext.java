package io.helidon.webserver;

import io.helidon.common.socket.SocketContext;

public interface ConnectionContext extends SocketContext {
}
