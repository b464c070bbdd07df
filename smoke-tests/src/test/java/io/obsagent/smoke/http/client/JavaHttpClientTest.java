package io.obsagent.smoke.http.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Jdk;
import io.obsagent.smoke.harness.Jdks;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.junit.PartOfJdk;
import io.obsagent.smoke.otlp.ReceivedSpan;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code java.net.http.HttpClient}; its versions are those of the JDK. */
@PartOfJdk(name = "HttpClient of the JDK", module = "java.net.http")
@ParameterizedClass(name = "{0}")
@MethodSource("jdks")
class JavaHttpClientTest extends HttpClientContract {
    @Parameter
    Jdk jdk;

    static Stream<Jdk> jdks() {
        return Jdks.SUPPORTED.stream().map(Jdks.installed()::find).flatMap(Optional::stream);
    }

    @Override
    JavaApp application() {
        return super.application().on(jdk);
    }

    @Override
    Library library() {
        return tomcatOnly();
    }

    @Override
    String driver() {
        return "javahttpclient";
    }

    @Override
    String secureProtocol() {
        return "2";
    }

    @Override
    Set<String> repeatsOn() {
        return Set.of("challenge");
    }

    @Test
    void aTimerThatCancelsIsATimeoutWhicheverThreadPassesItOn() {
        Trigger trigger = get(url("/never/timer"));
        assertThat(trigger.pull(port())).startsWith("thrown ");
        ReceivedSpan span = client(trigger);

        assertThat(span.isError()).isTrue();
        assertThat(span.attribute("error.type")).isEqualTo("java.net.http.HttpTimeoutException");
    }

    @Test
    void theHandshakeOfAWebSocketTellsOfTheTrace() {
        try (HandshakePort other = new HandshakePort()) {
            String address = "localhost:" + other.port() + "/socket";
            Trigger trigger = get("ws://" + address);
            assertThat(trigger.pull(port())).isEqualTo("101 ");
            ReceivedSpan span = client(trigger);

            assertThat(span.attribute("url.full")).isEqualTo("http://" + address);
            assertThat(other.traceparents())
                    .containsExactly("00-" + span.traceId() + "-" + span.spanId() + "-01");
        }
    }
}
