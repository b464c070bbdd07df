package io.obsagent.instrumentation.apachehttpclient5;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import org.apache.hc.core5.concurrent.FutureCallback;

/** The application's callback, if it gave one; notices the end of the call and gives back the caller's context. */
final class TracedCallback<T> implements FutureCallback<T> {
    private final FutureCallback<T> original;
    private final AsyncCall call;
    private final Telemetry telemetry;

    TracedCallback(FutureCallback<T> original, AsyncCall call, Telemetry telemetry) {
        this.original = original;
        this.call = call;
        this.telemetry = telemetry;
    }

    @Override
    public void completed(T result) {
        Operation before = telemetry.thread().swap(call.caller);
        try {
            if (original != null) {
                original.completed(result);
            }
        } finally {
            telemetry.thread().swap(before);
        }
    }

    @Override
    public void failed(Exception cause) {
        call.failed(cause);
        Operation before = telemetry.thread().swap(call.caller);
        try {
            if (original != null) {
                original.failed(cause);
            }
        } finally {
            telemetry.thread().swap(before);
        }
    }

    @Override
    public void cancelled() {
        call.cancelled();
        Operation before = telemetry.thread().swap(call.caller);
        try {
            if (original != null) {
                original.cancelled();
            }
        } finally {
            telemetry.thread().swap(before);
        }
    }
}
