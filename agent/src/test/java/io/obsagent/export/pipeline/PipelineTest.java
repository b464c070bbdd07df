package io.obsagent.export.pipeline;

import io.obsagent.config.Settings;
import io.obsagent.telemetry.Telemetry;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PipelineTest {
    /** Some applications and test tools interrupt every thread that they find. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void anInterruptedThreadWaitsAgainInsteadOfSpinning() throws Exception {
        Settings settings = Settings.of("", Collections.emptyMap(), Map.of("OTEL_TRACES_EXPORTER", "none", "OTEL_METRICS_EXPORTER", "none"));
        SpanQueue queue = new SpanQueue(settings);
        Telemetry telemetry = new Telemetry(settings, true, queue);
        Pipeline[] pipeline = new Pipeline[1];
        Thread worker = new Thread(() -> pipeline[0].run(), "pipeline");
        pipeline[0] = new Pipeline(telemetry, queue, settings, Collections.emptyMap(), worker, System.nanoTime());
        worker.setDaemon(true);
        worker.start();
        awaitParked(worker);

        worker.interrupt();
        awaitParked(worker);

        pipeline[0].close(0);
        LockSupport.unpark(worker); // with nothing to send, closing leaves it to its next look at the time
        worker.join();
    }

    private static void awaitParked(Thread worker) {
        while (worker.isInterrupted() || worker.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }
}
