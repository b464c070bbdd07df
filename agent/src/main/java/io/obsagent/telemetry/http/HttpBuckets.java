package io.obsagent.telemetry.http;

/** The bucket bounds, in seconds, that semantic conventions fix for HTTP durations. */
final class HttpBuckets {
    private static final double[] SECONDS =
            {0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10};

    private HttpBuckets() {}

    static double[] seconds() {
        return SECONDS.clone();
    }
}
