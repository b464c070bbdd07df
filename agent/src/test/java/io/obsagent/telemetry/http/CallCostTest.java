package io.obsagent.telemetry.http;

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
import io.obsagent.telemetry.propagation.Propagation;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a call costs the application's heap, without the library's part and without export. */
class CallCostTest {
    private static final int CALLS = 20_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final TestCall reader = new TestCall();
    private String injected;

    private long bytesPerCall(String sampler, boolean below) {
        Settings settings = Settings.of(null, new HashMap<>(), Map.of("OTEL_TRACES_SAMPLER", sampler));
        Telemetry telemetry = new Telemetry(settings, true, operation -> { });
        HttpClientTelemetry http = new HttpClientTelemetry(telemetry, Propagation.of(PropagationSettings.of(settings)),
                HttpSettings.of(settings), SemconvSettings.of(settings));
        Operation request = telemetry.thread().startEntry(Layer.HTTP_SERVER, Kind.SERVER, null);
        if (below) {
            request.attach();
        }
        call(http);
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        call(http);
        return (threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before) / CALLS;
    }

    private void call(HttpClientTelemetry http) {
        for (int i = 0; i < CALLS; i++) {
            HttpClientOperation operation = http.start("GET", reader);
            operation.inject(this, (test, name, value) -> test.injected = value);
            operation.attach();
            operation.detach();
            operation.responded("200", reader);
        }
    }

    @Test
    void anUnsampledCallIsTwoObjects() {
        assertThat(bytesPerCall("always_off", true)).isLessThanOrEqualTo(96);
        assertThat(injected).endsWith("-00");
    }

    @Test
    void anUnsampledCallOfItsOwnHasATextBesides() {
        assertThat(bytesPerCall("always_off", false)).isLessThanOrEqualTo(96 + 96);
        assertThat(injected).endsWith("-00");
    }

    @Test
    void aSampledCallIsASpanBesides() {
        assertThat(bytesPerCall("always_on", true)).isLessThanOrEqualTo(384);
        assertThat(injected).endsWith("-01");
    }
}
