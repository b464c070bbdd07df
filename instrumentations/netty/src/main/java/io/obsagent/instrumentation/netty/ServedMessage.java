package io.obsagent.instrumentation.netty;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpRequest;

/** A request together with the channel it came in on. One for a channel, since a request starts in one call. */
final class ServedMessage {
    final Channel channel;
    /** Whether HTTP/2 frames were translated into the request, which then claims to be HTTP/1.1. */
    final boolean translated;
    /** The request that starts now, null at any other time. */
    HttpRequest request;

    /** The text of the other end's address, made once: it stays while the connection does. */
    String peerAddress;

    ServedMessage(Channel channel, boolean translated) {
        this.channel = channel;
        this.translated = translated;
    }
}
