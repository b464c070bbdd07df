package io.obsagent.instrumentation.vertxhttp2;

import io.netty.channel.Channel;
import io.netty.handler.codec.http2.Http2Headers;

/** The head of a request together with the channel its connection is on. Immutable. */
final class StreamRequest {
    final Http2Headers headers;
    final Channel channel;

    StreamRequest(Http2Headers headers, Channel channel) {
        this.headers = headers;
        this.channel = channel;
    }
}
