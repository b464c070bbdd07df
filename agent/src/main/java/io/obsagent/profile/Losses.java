package io.obsagent.profile;

import io.obsagent.config.RepeatedWarning;
import io.obsagent.telemetry.Attributes;
import io.obsagent.telemetry.Counter;
import io.obsagent.telemetry.Metrics;

/** Counts what profiles lose on their way: samples that the profiler drops, requests that wait in vain. Thread-safe. */
final class Losses {
    /** Fewer samples in a window are no flood: one or two are lost whenever many threads are sampled at one moment. */
    private static final int WORTH_TELLING = 100;

    private final Counter samples;
    private final Counter requests;
    private final RepeatedWarning flood = new RepeatedWarning();

    Losses(Metrics metrics) {
        samples = metrics.counter("obs.profile.skipped.samples", "{sample}",
                "Samples that the profiler dropped, over its limits of each second or with too many threads sampled at one moment.");
        requests = metrics.counter("obs.profile.dropped.requests", "{request}",
                "Requests with profiles dropped because too many bytes waited for their server.");
    }

    /** @param skipped in one window, possibly none */
    void samples(long skipped) {
        if (skipped > 0) {
            samples.series(Attributes.EMPTY).add(skipped);
        }
        if (skipped >= WORTH_TELLING) {
            flood.warn("profiles: " + skipped + " samples dropped, more than the limit of a second; sampled allocations"
                    + " carry those that were not");
        }
    }

    void request() {
        requests.series(Attributes.EMPTY).add(1);
    }
}
