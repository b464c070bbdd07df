package io.obsagent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentLogTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @BeforeEach
    void capture() {
        AgentLog.redirect(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void release() {
        AgentLog.redirect(System.err);
        AgentLog.setLevel(LogLevel.INFO);
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void oneLineAMessage() {
        AgentLog.warn("two\nlines");

        assertThat(printed()).matches("\\[obs-agent] \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z WARN  two lines\\R");
    }

    @Test
    void theLevelDecides() {
        AgentLog.debug("unseen");
        AgentLog.setLevel(LogLevel.OFF);
        AgentLog.error("unseen");
        assertThat(printed()).isEmpty();

        AgentLog.setLevel(LogLevel.DEBUG);
        AgentLog.debug("seen");
        assertThat(printed()).contains("DEBUG seen");
    }

    @Test
    void stackTracesAppearAtDebugOnly() {
        AgentLog.warn("failed", new IllegalStateException("why"));
        assertThat(printed()).endsWith("WARN  failed: java.lang.IllegalStateException: why" + System.lineSeparator());

        AgentLog.setLevel(LogLevel.DEBUG);
        AgentLog.warn("failed", new IllegalStateException("why"));
        assertThat(printed()).contains("\tat " + AgentLogTest.class.getName());
    }

    @Test
    void aThrowableThatThrowsDoesNoHarm() {
        AgentLog.error("failed", new RuntimeException() {
            @Override
            public String getMessage() {
                throw new IllegalStateException();
            }
        });

        assertThat(printed()).contains("ERROR failed: " + AgentLogTest.class.getName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00.000Z", "2000-02-29T23:59:59.999Z", "2026-11-21T09:00:00.007Z", "2027-03-01T00:00:00Z", "2100-02-28T12:34:56.789Z", "2100-03-01T00:00:00Z", "2399-12-31T23:59:59.999Z"})
    void timestampsAgreeWithTheCalendar(String instant) {
        long millis = Instant.parse(instant).toEpochMilli();
        StringBuilder text = new StringBuilder();
        Timestamp.append(text, millis);

        assertThat(text.toString())
                .isEqualTo(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC).format(Instant.ofEpochMilli(millis)));
    }

    @Test
    void aRepeatedWarningIsAdmittedOnceAMinuteWithACount() {
        RepeatedWarning warning = new RepeatedWarning();
        long minute = 60_000_000_000L;

        assertThat(warning.admit(5)).isZero();
        assertThat(warning.admit(6)).isEqualTo(-1);
        assertThat(warning.admit(minute)).isEqualTo(-1);
        assertThat(warning.admit(minute + 5)).isEqualTo(2);
        assertThat(warning.admit(2 * minute + 5)).isZero();
    }
}
