package io.obsagent.smoke.http.server;

import java.util.concurrent.ThreadLocalRandom;

/** The identity of one request of a test: a trace of its own, so that what belongs to it can be found. */
final class TracedRequest {
    final String traceId = hex() + hex();
    final String parentId = hex();

    private static String hex() {
        return String.format("%016x", ThreadLocalRandom.current().nextLong() | 1);
    }

    String traceparent() {
        return "00-" + traceId + "-" + parentId + "-01";
    }
}
