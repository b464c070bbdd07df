package io.obsagent.instrumentation.netty;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpRequest;

/** A request together with the channel it came in on. Immutable. */
final class ServedMessage {
    final HttpRequest request;
    final Channel channel;
    /** Whether HTTP/2 frames were translated into the request, which then claims to be HTTP/1.1. */
    final boolean translated;

    ServedMessage(HttpRequest request, Channel channel, boolean translated) {
        this.request = request;
        this.channel = channel;
        this.translated = translated;
    }
}
