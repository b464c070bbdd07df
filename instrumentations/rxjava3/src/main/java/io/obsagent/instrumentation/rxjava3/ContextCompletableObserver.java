package io.obsagent.instrumentation.rxjava3;

import io.obsagent.telemetry.HandOvers;
import io.obsagent.telemetry.Operation;
import io.reactivex.rxjava3.core.CompletableObserver;
import io.reactivex.rxjava3.disposables.Disposable;

/** Observes a {@code Completable} for someone, in the operation of its subscription. */
final class ContextCompletableObserver extends Signals implements CompletableObserver {
    private final CompletableObserver actual;

    ContextCompletableObserver(CompletableObserver actual, Operation operation, HandOvers handOvers) {
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
