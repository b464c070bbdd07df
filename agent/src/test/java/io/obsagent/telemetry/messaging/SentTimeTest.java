package io.obsagent.telemetry.messaging;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class SentTimeTest {
    @Test
    void millisecondsAreReadAsWritten() {
        assertThat(SentTime.parse("1795276800123")).isEqualTo(1_795_276_800_123L);
    }

    @Test
    void whatIsSentIsTheTimeThatIsRead() {
        long before = System.currentTimeMillis();

        assertThat(SentTime.parse(SentTime.now().getBytes(US_ASCII))).isBetween(before, System.currentTimeMillis());
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"-1", "12a", "1e9", "9999999999999999"})
    void whatIsNoTimeIsUnknown(String value) {
        assertThat(SentTime.parse(value)).isZero();
        assertThat(value == null ? 0 : SentTime.parse(value.getBytes(US_ASCII))).isZero();
    }
}
