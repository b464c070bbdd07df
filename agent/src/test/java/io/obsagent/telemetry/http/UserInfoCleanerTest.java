package io.obsagent.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserInfoCleanerTest {
    private final UserInfoCleaner cleaner = new UserInfoCleaner();

    @ParameterizedTest
    @CsvSource({
        "Failed to resolve bob:secret@localhost after 2 queries, Failed to resolve REDACTED:REDACTED@localhost after 2 queries",
        "http://a:b@x and http://c:d@y, http://REDACTED:REDACTED@x and http://REDACTED:REDACTED@y",
        "bob:se@cret@host, REDACTED:REDACTED@host"
    })
    void credentialsAreTakenOut(String message, String recorded) {
        assertThat(cleaner.clean(message)).isEqualTo(recorded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Connection refused: localhost/127.0.0.1:80", "java.lang.Object@1234", "mail to bob@example.org"})
    void everythingElseStays(String message) {
        assertThat(cleaner.clean(message)).isEqualTo(message);
    }

    @Test
    void noMessageIsNone() {
        assertThat(cleaner.clean(null)).isNull();
    }
}
