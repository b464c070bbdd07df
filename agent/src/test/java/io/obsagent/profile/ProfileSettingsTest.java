package io.obsagent.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.config.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileSettingsTest {
    private static final String SERVER = "PYROSCOPE_SERVER_ADDRESS";
    private List<String> warnings;

    private ProfileSettings of(String... namesAndValues) {
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        Settings settings = Settings.of(null, Collections.emptyMap(), environment);
        ProfileSettings profiles = ProfileSettings.of(settings);
        warnings = settings.warnings().lines();
        return profiles;
    }

    @Test
    void offUntilAServerIsNamed() {
        assertThat(of().isOn()).isFalse();
        assertThat(of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318").isOn()).isFalse();
        assertThat(of(SERVER, "http://pyroscope:4040").events.toString()).isEqualTo("cpu 10ms, wall 50ms, alloc 1024k, lock 10ms, live");
        assertThat(of("OTEL_EXPORTER_OTLP_PROFILES_ENDPOINT", "http://collector:4318/v1development/profiles").isOn()).isTrue();
        assertThat(of("OBS_PROFILE_PORT", "6060").isOn()).isTrue();
    }

    @Test
    void theSettingWinsOverTheServer() {
        assertThat(of(SERVER, "http://pyroscope:4040", "OBS_PROFILE", "off").isOn()).isFalse();
        assertThat(of(SERVER, "http://pyroscope:4040", "PYROSCOPE_AGENT_ENABLED", "false").isOn()).isFalse();
        assertThat(of(SERVER, "http://pyroscope:4040", "OBS_PROFILE", "perf,alloc:512k").events.toString()).isEqualTo("perf 10ms, alloc 512k");
    }

    @Test
    void whereProfilesGo() {
        assertThat(of(SERVER, "https://profiles.example:8443/base/").endpoints()).extracting(Object::toString)
                .containsExactly("https://profiles.example:8443/base/push.v1.PusherService/Push");
        assertThat(of("OBS_PROFILE", "cpu", "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318").endpoints()).extracting(Object::toString)
                .containsExactly("http://collector:4318/v1development/profiles");
        assertThat(of(SERVER, "http://p:4040", "OTEL_EXPORTER_OTLP_PROFILES_ENDPOINT", "http://c:4318/x").endpoints()).hasSize(2);
        assertThat(of("OBS_PROFILE_PORT", "6060").endpoints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "OBS_PROFILE | gpu,cpu | OBS_PROFILE has 'gpu', which is no event (cpu, perf, wall, alloc, live, lock): left out",
        "OBS_PROFILE | cpu:fast | OBS_PROFILE has 'cpu:fast', which needs a time such as 10ms: using 10ms",
        "OBS_PROFILE | cpu:1us | OBS_PROFILE has 'cpu:1us', which is too often: using 10ms",
        "OBS_PROFILE | alloc:lots | OBS_PROFILE has 'alloc:lots', which needs a size such as 512k: using 1m",
        "OBS_PROFILE_WINDOW | soon | OBS_PROFILE_WINDOW=soon is not a duration in milliseconds: using 15s",
        "OBS_PROFILE_WINDOW | 5ms | OBS_PROFILE_WINDOW=5ms is too short: using 1s",
        "OBS_PROFILE_SPAN | branch | OBS_PROFILE_SPAN=branch is not supported: using root",
        "OBS_PROFILE_PORT | 70000 | OBS_PROFILE_PORT=70000 is not a port: ignored",
        "PYROSCOPE_SERVER_ADDRESS | pyroscope:4040 | PYROSCOPE_SERVER_ADDRESS=pyroscope:4040 is not http(s)://host:port, no profiles are sent there: ignored",
        "PYROSCOPE_HTTP_HEADERS | {\"a\": 1} | PYROSCOPE_HTTP_HEADERS=*** is not a JSON object of texts: ignored",
        "PYROSCOPE_UPLOAD_INTERVAL | often | PYROSCOPE_UPLOAD_INTERVAL=often is not a time: ignored",
    })
    void oneLineForABadValue(String name, String value, String line) {
        Map<String, String> server = name.equals(SERVER) ? Map.of() : Map.of(SERVER, "http://p:4040");
        String[] pairs = server.isEmpty() ? new String[] {name, value} : new String[] {SERVER, server.get(SERVER), name, value};
        of(pairs);

        assertThat(warnings).containsExactly(line);
    }

    @ParameterizedTest
    @CsvSource({
        "http://u:p@h:4040, '', '', 'Basic u:p'",
        "http://h:4040, me, secret, 'Basic me:secret'",
        "http://u:p@h:4040, me, secret, 'Basic me:secret'",
        "http://h:4040, '', '', 'Bearer t0ken'",
    })
    void credentialsOfAllForms(String server, String user, String password, String expected) {
        ProfileSettings settings = of(SERVER, server, "PYROSCOPE_BASIC_AUTH_USER", user, "PYROSCOPE_BASIC_AUTH_PASSWORD", password, "PYROSCOPE_AUTH_TOKEN", "t0ken");
        String header = settings.pyroscope.headers.get("Authorization");
        String shown = header.startsWith("Basic ") ? "Basic " + new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8) : header;

        assertThat(shown).isEqualTo(expected);
        assertThat(settings.pyroscope.description).isEqualTo("http://h:4040 (" + SERVER + ")");
    }

    @Test
    void tenantAndHeaders() {
        ProfileSettings json = of(SERVER, "http://h:4040", "PYROSCOPE_TENANT_ID", "one", "PYROSCOPE_HTTP_HEADERS", "{ \"X-A\": \"1\\u0021\", \"X-B\":\"\\\"q\\\"\" }");
        ProfileSettings pairs = of(SERVER, "http://h:4040", "PYROSCOPE_HTTP_HEADERS", "X-A=1,X-B=2");

        assertThat(json.pyroscope.headers).containsEntry("X-Scope-OrgID", "one").containsEntry("X-A", "1!").containsEntry("X-B", "\"q\"");
        assertThat(pairs.pyroscope.headers).containsEntry("X-A", "1").containsEntry("X-B", "2");
    }

    @Test
    void distancesInPyroscopesNames() {
        ProfileSettings settings = of(SERVER, "http://h:4040", "PYROSCOPE_PROFILING_INTERVAL", "20ms", "PYROSCOPE_PROFILER_ALLOC", "512k",
                "PYROSCOPE_PROFILER_LOCK", "5ms", "PYROSCOPE_UPLOAD_INTERVAL", "10s", "PYROSCOPE_APPLICATION_NAME", "cart", "PYROSCOPE_LABELS", "team=a,zone=b");

        assertThat(settings.events.toString()).isEqualTo("cpu 20ms, wall 50ms, alloc 512k, lock 5ms, live");
        assertThat(settings.windowMillis).isEqualTo(10_000);
        assertThat(settings.application).isEqualTo("cart");
        assertThat(settings.labels).containsEntry("team", "a").containsEntry("zone", "b");
    }

    @Test
    void aHeaderCannotSmuggleAnotherOne() {
        ProfileSettings settings = of(SERVER, "http://h:4040", "PYROSCOPE_AUTH_TOKEN", "t\r\nX-Evil: 1");

        assertThat(settings.pyroscope.headers).doesNotContainKey("Authorization");
        assertThat(warnings).containsExactly("a header for the Pyroscope server has characters a header cannot have: left out");
    }
}
