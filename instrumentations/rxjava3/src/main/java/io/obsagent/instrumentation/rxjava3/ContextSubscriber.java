package io.obsagent.instrumentation.rxjava3;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.telemetry.Operation;
import io.reactivex.rxjava3.core.FlowableSubscriber;
import org.reactivestreams.Subscription;

/** Observes a {@code Flowable} for someone, in the operation of its subscription. */
final class ContextSubscriber<T> extends Signals implements FlowableSubscriber<T> {
    private final FlowableSubscriber<T> actual;

    ContextSubscriber(FlowableSubscriber<T> actual, Operation operation, HandOvers handOvers) {
        super(operation, handOvers);
        this.actual = actual;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        Object scope = begin();
        try {
            actual.onSubscribe(subscription);
        } finally {
            end(scope);
        }
    }

    @Override
    public void onNext(T value) {
        Object scope = begin();
        try {
            actual.onNext(value);
        } finally {
            end(scope);
        }
    }

    @Override
    public void onError(Throwable failure) {
        Object scope = begin();
        try {
            actual.onError(failure);
        } finally {
            end(scope);
        }
    }

    @Override
    public void onComplete() {
        Object scope = begin();
        try {
            actual.onComplete();
        } finally {
            end(scope);
        }
    }
}
