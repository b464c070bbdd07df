package io.obsagent.instrumentation.reactor;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.telemetry.Operation;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/** Hands signals on inside the operation that subscribed. Immutable, as thread-safe as what it wraps. */
final class ContextSubscriber<T> implements CoreSubscriber<T> {
    private final CoreSubscriber<T> actual;
    private final Operation operation;
    private final HandOvers handOvers;

    private ContextSubscriber(CoreSubscriber<T> actual, Operation operation, HandOvers handOvers) {
        this.actual = actual;
        this.operation = operation;
        this.handOvers = handOvers;
    }

    static <T> CoreSubscriber<T> of(CoreSubscriber<T> actual, Operation operation, HandOvers handOvers) {
        return actual == null ? null : new ContextSubscriber<>(actual, operation, handOvers);
    }

    /** Whether a subscriber already hands signals on in this operation. */
    static boolean restores(Object subscriber, Operation operation) {
        return subscriber instanceof ContextSubscriber && ((ContextSubscriber<?>) subscriber).operation == operation;
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        Object scope = handOvers.resume(operation);
        try {
            actual.onSubscribe(subscription);
        } finally {
            leave(scope);
        }
    }

    @Override
    public void onNext(T value) {
        Object scope = handOvers.resume(operation);
        try {
            actual.onNext(value);
        } finally {
            leave(scope);
        }
    }

    @Override
    public void onError(Throwable failure) {
        Object scope = handOvers.resume(operation);
        try {
            actual.onError(failure);
        } finally {
            leave(scope);
        }
    }

    @Override
    public void onComplete() {
        Object scope = handOvers.resume(operation);
        try {
            actual.onComplete();
        } finally {
            leave(scope);
        }
    }

    private void leave(Object scope) {
        if (scope != null) {
            handOvers.leave(scope);
        }
    }
}
