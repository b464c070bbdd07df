package io.obsagent.instrumentation.netty;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.obsagent.telemetry.http.HttpServerOperation;

/** The end of a response has left, or could not. */
final class SentListener implements ChannelFutureListener {
    private final HttpServerOperation operation;

    SentListener(HttpServerOperation operation) {
        this.operation = operation;
    }

    @Override
    public void operationComplete(ChannelFuture future) {
        operation.escaped(future.cause());
        SentHead.end(operation);
    }
}
