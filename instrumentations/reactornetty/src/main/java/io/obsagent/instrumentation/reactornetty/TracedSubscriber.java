package io.obsagent.instrumentation.reactornetty;

import io.netty.channel.Channel;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.http.HttpClientOperation;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientResponse;
import reactor.util.context.Context;

/** The library's or application's subscriber; notices the response, a failure, and that nobody wants either any more. */
final class TracedSubscriber implements CoreSubscriber<Connection>, Subscription {
    private static final ResponseReader RESPONSES = new ResponseReader();

    private final CoreSubscriber<? super Connection> original;
    private final Exchange exchange;
    private final Telemetry telemetry;
    private Subscription subscription;

    TracedSubscriber(CoreSubscriber<? super Connection> original, Exchange exchange, Telemetry telemetry) {
        this.original = original;
        this.exchange = exchange;
        this.telemetry = telemetry;
    }

    @Override
    public Context currentContext() {
        return original.currentContext();
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        original.onSubscribe(this);
    }

    @Override
    public void onNext(Connection connection) {
        HttpClientOperation operation = exchange.operation;
        if (operation != null && connection instanceof HttpClientResponse) {
            Channel channel = connection.channel();
            operation.connectedTo((channel.parent() == null ? channel : channel.parent()).remoteAddress());
            operation.responded((HttpClientResponse) connection, RESPONSES);
        }
        Operation before = telemetry.thread().swap(exchange.caller);
        try {
            original.onNext(connection);
        } finally {
            telemetry.thread().swap(before);
        }
    }

    @Override
    public void onError(Throwable failure) {
        HttpClientOperation operation = exchange.operation;
        if (operation != null) {
            operation.failed(failure);
        }
        Operation before = telemetry.thread().swap(exchange.caller);
        try {
            original.onError(failure);
        } finally {
            telemetry.thread().swap(before);
        }
    }

    @Override
    public void onComplete() {
        original.onComplete();
    }

    @Override
    public void request(long count) {
        subscription.request(count);
    }

    @Override
    public void cancel() {
        HttpClientOperation operation = exchange.operation;
        if (operation != null) {
            operation.cancelled();
        }
        subscription.cancel();
    }
}
