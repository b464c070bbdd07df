package io.obsagent.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpProtocolSpellingTest {
    @ParameterizedTest
    @CsvSource({"HTTP/1.1, 1.1", "http/1.1, 1.1", "HTTP_1_1, 1.1", "1.1, 1.1", "HTTP/1.0, 1.0", "HTTP_1_0, 1.0", "HTTP/2.0, 2",
        "HTTP/2, 2", "HTTP_2, 2", "h2, 2", "h2c, 2", "2, 2", "HTTP/3.0, 3", "HTTP_3, 3", "h3, 3"})
    void everySpellingOfAVersionIsThatVersion(String spelling, String version) {
        assertThat(HttpProtocol.version(spelling)).isEqualTo(version);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "HTTP/7.3", "HTTP/11.1", "HTTP/21.0", "HTTP/0.9", "HTTP/1.12", "ICY", "HTTP/1.3"})
    void whateverElseSomebodySendsIsNone(String spelling) {
        assertThat(HttpProtocol.version(spelling)).isNull();
    }
}
