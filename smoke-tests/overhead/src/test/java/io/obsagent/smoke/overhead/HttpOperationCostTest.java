package io.obsagent.smoke.overhead;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.obsagent.config.HttpSettings;
import io.obsagent.config.PropagationSettings;
import io.obsagent.config.SemconvSettings;
import io.obsagent.config.Settings;
import io.obsagent.telemetry.Kind;
import io.obsagent.telemetry.Layer;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.telemetry.http.HttpClientTelemetry;
import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.HttpServerTelemetry;
import io.obsagent.telemetry.http.RouteSource;
import io.obsagent.telemetry.propagation.Propagation;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What {@link HttpOperationBenchmark} measures, without the export and fast enough to be held in every build: the bytes that a
 * request served and a call to another server cost the application's heap.
 */
class HttpOperationCostTest {
    private static final int TIMES = 20_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final ServedRequest received = new ServedRequest();
    private final SentRequest sent = new SentRequest();

    private long bytesOfOne(Runnable operation) {
        times(operation);
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        times(operation);
        return (threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before) / TIMES;
    }

    private static void times(Runnable operation) {
        for (int i = 0; i < TIMES; i++) {
            operation.run();
        }
    }

    private long bytesOfARequest(String sampler) {
        Settings settings = settings(sampler);
        HttpServerTelemetry http = new HttpServerTelemetry(telemetry(settings), Propagation.of(PropagationSettings.of(settings)),
                HttpSettings.of(settings), SemconvSettings.of(settings));
        return bytesOfOne(() -> {
            HttpServerOperation operation = http.start(received, received);
            operation.attach();
            operation.route("/orders/{id}", RouteSource.CONTROLLER);
            operation.detach();
            operation.end(200);
        });
    }

    private long bytesOfACall(String sampler, boolean belowARequest) {
        Settings settings = settings(sampler);
        Telemetry telemetry = telemetry(settings);
        HttpClientTelemetry http = new HttpClientTelemetry(telemetry, Propagation.of(PropagationSettings.of(settings)),
                HttpSettings.of(settings), SemconvSettings.of(settings));
        Operation request = telemetry.thread().startEntry(Layer.HTTP_SERVER, Kind.SERVER, null);
        if (belowARequest) {
            request.attach();
        }
        return bytesOfOne(() -> {
            HttpClientOperation operation = http.start(sent, sent);
            operation.inject(sent, (carrier, name, value) -> carrier.traceparent = value);
            operation.attach();
            operation.detach();
            operation.responded(sent, sent);
        });
    }

    private static Settings settings(String sampler) {
        return Settings.of(null, Collections.emptyMap(), Map.of("OTEL_TRACES_SAMPLER", sampler));
    }

    private static Telemetry telemetry(Settings settings) {
        return new Telemetry(settings, true, operation -> { });
    }

    @Test
    void anUnsampledRequestIsTwoObjects() {
        assertThat(bytesOfARequest("always_off")).isLessThanOrEqualTo(128);
    }

    @Test
    void aSampledRequestStaysWithinItsBudget() {
        assertThat(bytesOfARequest("always_on")).isLessThanOrEqualTo(1024);
    }

    @Test
    void anUnsampledCallIsTwoObjects() {
        assertThat(bytesOfACall("always_off", true)).isLessThanOrEqualTo(96);
        assertThat(sent.traceparent).endsWith("-00");
    }

    @Test
    void anUnsampledCallOfItsOwnHasATextBesides() {
        assertThat(bytesOfACall("always_off", false)).isLessThanOrEqualTo(96 + 96);
        assertThat(sent.traceparent).endsWith("-00");
    }

    @Test
    void aSampledCallIsASpanBesides() {
        assertThat(bytesOfACall("always_on", true)).isLessThanOrEqualTo(384);
        assertThat(sent.traceparent).endsWith("-01");
    }
}
