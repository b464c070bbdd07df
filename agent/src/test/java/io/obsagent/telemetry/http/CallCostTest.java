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
    private final Reader reader = new Reader();
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

    /** A request and a response that are nothing but constants. */
    private static final class Reader implements ClientRequestReader<String>, ClientResponseReader<String> {
        @Override
        public String method(String request) {
            return "GET";
        }

        @Override
        public String scheme(String request) {
            return "http";
        }

        @Override
        public String host(String request) {
            return "shop.example";
        }

        @Override
        public int port(String request) {
            return 8080;
        }

        @Override
        public String url(String request) {
            return "http://shop.example:8080/orders/4711/lines?page=2";
        }

        @Override
        public int status(String response) {
            return 200;
        }

        @Override
        public String protocol(String response) {
            return "HTTP/1.1";
        }

        @Override
        public String get(String carrier, String name) {
            return null;
        }
    }
}
