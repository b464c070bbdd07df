package io.obsagent.telemetry.http;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.ThreadState;

/** A request on a further thread that serves it (an asynchronous dispatch). Opened and closed by that thread. */
public final class Resumed {
    private final ThreadState thread;
    private final HttpServerOperation resumed;
    private final Operation before;

    Resumed(ThreadState thread, HttpServerOperation resumed) {
        this.thread = thread;
        this.resumed = resumed;
        this.before = thread.swap(resumed.operation());
    }

    public HttpServerOperation operation() {
        return resumed;
    }

    /** Gives the thread back the context it had. */
    public void close() {
        thread.swap(before);
    }
}
