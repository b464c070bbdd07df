package io.obsagent.export.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    private static final long NOW = Instant.parse("2026-11-21T09:00:00Z").toEpochMilli();

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
            "0|0",
            "120|120000",
            "Sat, 21 Nov 2026 09:00:30 GMT|30000",
            "Sat, 21 Nov 2026 08:00:00 GMT|0",
            "soon|-1",
            "-5|-1",
            "1.5|-1",
            "99999999999999999999|-1",
            "|-1"
        })
    void bothFormsAndNonsense(String header, long millis) {
        assertThat(RetryAfter.millis(header, NOW)).isEqualTo(millis);
    }

    @Test
    void aBackendCannotSilenceTheExporterForLong() {
        assertThat(Reply.retry("", RetryAfter.millis("86400", NOW)).retryAfterMillis).isEqualTo(300_000);
    }
}
