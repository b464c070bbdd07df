package io.obsagent.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FullUrlTest {
    @ParameterizedTest
    @CsvSource({
        "http://bob:secret@host/a?b=c, http://REDACTED:REDACTED@host/a?b=c",
        "http://token@host:8080, http://REDACTED:REDACTED@host:8080",
        "https://a:b@c@host/path, https://REDACTED:REDACTED@host/path",
        "http://host/a?sig=secret&x=1, http://host/a?sig=REDACTED&x=1",
        "http://host/a?x=1&X-Amz-Signature=secret#part, http://host/a?x=1&X-Amz-Signature=REDACTED#part",
        "http://bob:secret@host?sig=secret, http://REDACTED:REDACTED@host?sig=REDACTED"
    })
    void credentialsAndSignaturesAreTakenOut(String url, String recorded) {
        assertThat(FullUrl.redacted(url)).isEqualTo(recorded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://host/a?b=c", "http://host/users/bob@example.org", "http://host?mail=a@b", "http://[::1]:80/",
        "http://host/a#b?sig=c", "", "no url at all"})
    void whatHidesNothingIsRecordedAsItIs(String url) {
        assertThat(FullUrl.redacted(url)).isSameAs(url);
    }

    @Test
    void noUrlIsNone() {
        assertThat(FullUrl.redacted(null)).isNull();
    }
}
