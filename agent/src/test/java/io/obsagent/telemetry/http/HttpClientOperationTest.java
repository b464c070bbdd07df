package io.obsagent.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obsagent.config.HttpSettings;
import io.obsagent.config.PropagationSettings;
import io.obsagent.config.SemconvSettings;
import io.obsagent.config.Settings;
import io.obsagent.telemetry.HistogramSeries;
import io.obsagent.telemetry.Span;
import io.obsagent.telemetry.Telemetries;
import io.obsagent.telemetry.propagation.Propagation;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** A second end that arrives while the first is being written, as from a timer and a connection at once. */
class HttpClientOperationTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("OTEL_INSTRUMENTATION_HTTP_CLIENT_CAPTURE_RESPONSE_HEADERS", "x-answer");

    private final Telemetries telemetries = Telemetries.with(ENVIRONMENT);
    private final HttpClientOperation call = http().start("GET", new TestCall());

    private HttpClientTelemetry http() {
        Settings settings = Settings.of(null, new HashMap<>(), ENVIRONMENT);
        return new HttpClientTelemetry(telemetries.telemetry(), Propagation.of(PropagationSettings.of(settings)),
                HttpSettings.of(settings), SemconvSettings.of(settings));
    }

    private Span ended() {
        assertThat(telemetries.ended()).hasSize(1);
        assertThat(telemetries.telemetry().metrics().durations("http.client.request.duration", "").all().stream()
                .map(HistogramSeries::counts).mapToLong(counts -> Arrays.stream(counts).sum()).sum()).isEqualTo(1);
        return telemetries.ended().get(0).span();
    }

    private static Map<String, Object> attributes(Span span) {
        Map<String, Object> attributes = new HashMap<>();
        for (int i = 0; i < span.attributeCount(); i++) {
            attributes.put(span.attributeKey(i).name(), span.attributeValue(i));
        }
        return attributes;
    }

    @Test
    void aFailureDuringAResponseChangesNothing() {
        call.responded("200", new TestCall(() -> call.failed(new IOException("reset"))));

        assertThat(ended().error()).isFalse();
        assertThat(ended().eventCount()).isZero();
        assertThat(attributes(ended())).containsEntry("http.response.status_code", 200L).doesNotContainKey("error.type");
    }

    @Test
    void aCancellationDuringAFailureChangesNothing() {
        call.failed(new IOException() {
            @Override
            public String getMessage() {
                call.failed(new CancellationException());
                return "reset";
            }
        });

        assertThat(ended().error()).isTrue();
        assertThat(ended().eventCount()).isEqualTo(1);
        assertThat(attributes(ended())).containsKey("error.type");
    }

    @Test
    void aResponseThatCannotBeReadToItsEndIsCounted() {
        IllegalStateException closed = new IllegalStateException("closed");
        assertThatThrownBy(() -> call.responded("503", new TestCall(() -> {
            throw closed;
        }))).isSameAs(closed);

        assertThat(attributes(ended())).containsEntry("http.response.status_code", 503L).containsEntry("error.type", "503");
    }
}
