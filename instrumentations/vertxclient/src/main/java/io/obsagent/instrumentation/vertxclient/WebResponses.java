package io.obsagent.instrumentation.vertxclient;

import io.obsagent.telemetry.WeakTable;

/** Redirections that WebClient has not decided upon, each by the object that stands for its call. */
final class WebResponses {
    private final WeakTable<Object, Redirection> undecided = new WeakTable<>();

    void redirected(Object webCall, Redirection redirection) {
        undecided.put(webCall, redirection);
    }

    /** Once; null where the last response was no redirection. */
    Redirection decided(Object webCall) {
        return undecided.remove(webCall);
    }
}
