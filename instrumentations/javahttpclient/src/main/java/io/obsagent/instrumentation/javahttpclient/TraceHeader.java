package io.obsagent.instrumentation.javahttpclient;

import io.obsagent.telemetry.http.HttpClientOperation;
import java.util.AbstractList;

/**
 * The value of a header of the trace, which knows whose it is: the client hands a request from thread to thread, and to
 * the next request after a redirect, and nothing else of the call goes with it. As small as the list it stands for.
 */
final class TraceHeader extends AbstractList<String> {
    private final String value;
    private volatile HttpClientOperation call;

    TraceHeader(String value, HttpClientOperation call) {
        this.value = value;
        this.call = call;
    }

    @Override
    public String get(int index) {
        if (index != 0) {
            throw new IndexOutOfBoundsException("Index: " + index);
        }
        return value;
    }

    @Override
    public int size() {
        return 1;
    }

    /** Null after {@link #forget}. */
    HttpClientOperation call() {
        return call;
    }

    /** A response keeps its request, and an application may keep its responses. */
    void forget() {
        call = null;
    }
}
