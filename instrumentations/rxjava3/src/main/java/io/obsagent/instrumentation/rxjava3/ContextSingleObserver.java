package io.obsagent.instrumentation.rxjava3;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.telemetry.Operation;
import io.reactivex.rxjava3.core.SingleObserver;
import io.reactivex.rxjava3.disposables.Disposable;

/** Observes a {@code Single} for someone, in the operation of its subscription. */
final class ContextSingleObserver<T> extends Signals implements SingleObserver<T> {
    private final SingleObserver<T> actual;

    ContextSingleObserver(SingleObserver<T> actual, Operation operation, HandOvers handOvers) {
        super(operation, handOvers);
        this.actual = actual;
    }

    @Override
    public void onSubscribe(Disposable disposable) {
        Object scope = begin();
        try {
            actual.onSubscribe(disposable);
        } finally {
            end(scope);
        }
    }

    @Override
    public void onSuccess(T value) {
        Object scope = begin();
        try {
            actual.onSuccess(value);
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
}
