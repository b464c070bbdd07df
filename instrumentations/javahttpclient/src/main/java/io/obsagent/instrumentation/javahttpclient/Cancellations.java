package io.obsagent.instrumentation.javahttpclient;

import java.net.http.HttpTimeoutException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;

/**
 * Tells a caller who gives up from time that is over. Spring 7 and others end a call that takes too long by a timed
 * future of the JDK, whose timer cancels it: the same exception, from another place.
 */
final class Cancellations {
    private Cancellations() {
    }

    /** What the failure of a call means; itself, mostly. */
    static Throwable meaning(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (!(cause instanceof CancellationException) || !byTimer(cause.getStackTrace())) {
            return failure;
        }
        HttpTimeoutException timeout = new HttpTimeoutException("cancelled by a timeout");
        timeout.setStackTrace(cause.getStackTrace());
        return timeout;
    }

    /** The timer runs as the one class up to Java 24 and as the other since. */
    private static boolean byTimer(StackTraceElement[] calls) {
        for (StackTraceElement call : calls) {
            String name = call.getClassName();
            if (name.equals("java.util.concurrent.CompletableFuture$DelayedCompleter")
                    || name.equals("java.util.concurrent.CompletableFuture$Timeout")) {
                return true;
            }
        }
        return false;
    }
}
