package io.obsagent.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.obsagent.config.HttpSettings;
import io.obsagent.config.PropagationSettings;
import io.obsagent.config.SemconvSettings;
import io.obsagent.config.Settings;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.propagation.Propagation;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a request costs the application's heap, without the library's part and without export. */
class RequestCostTest {
    private static final int REQUESTS = 20_000;

    private final TestRequest.Reader reader = new TestRequest.Reader();
    private final TestRequest request = new TestRequest().header("host", "shop.example:8080");

    private long bytesPerRequest(String sampler) {
        Settings settings = Settings.of(null, new HashMap<>(), Map.of("OTEL_TRACES_SAMPLER", sampler));
        HttpServerTelemetry http = new HttpServerTelemetry(new Telemetry(settings, true, operation -> { }),
                Propagation.of(PropagationSettings.of(settings)), HttpSettings.of(settings), SemconvSettings.of(settings));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        serve(http);
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        serve(http);
        return (threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before) / REQUESTS;
    }

    private void serve(HttpServerTelemetry http) {
        for (int i = 0; i < REQUESTS; i++) {
            HttpServerOperation operation = http.start(request, reader);
            operation.attach();
            operation.route("/orders/{id}", RouteSource.CONTROLLER);
            operation.detach();
            operation.end(200);
        }
    }

    @Test
    void anUnsampledRequestStaysWithinItsBudget() {
        assertThat(bytesPerRequest("always_off")).isLessThanOrEqualTo(128);
    }

    @Test
    void aSampledRequestStaysWithinItsBudget() {
        assertThat(bytesPerRequest("always_on")).isLessThanOrEqualTo(1024);
    }
}
