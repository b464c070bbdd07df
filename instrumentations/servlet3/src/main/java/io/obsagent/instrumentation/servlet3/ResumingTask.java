package io.obsagent.instrumentation.servlet3;

import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.Resumed;

/** A task that goes on with a request. */
final class ResumingTask implements Runnable {
    private final HttpServerOperation request;
    private final Runnable task;

    ResumingTask(HttpServerOperation request, Runnable task) {
        this.request = request;
        this.task = task;
    }

    @Override
    public void run() {
        Resumed serving = request.resume();
        try {
            task.run();
        } finally {
            serving.close();
        }
    }
}
