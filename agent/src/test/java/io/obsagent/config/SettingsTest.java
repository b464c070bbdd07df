package io.obsagent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final Map<String, String> NOTHING = Collections.emptyMap();

    private static Settings args(String agentArgs) {
        return Settings.of(agentArgs, NOTHING, NOTHING);
    }

    private static Settings environment(String name, String value) {
        return Settings.of(null, NOTHING, Map.of(name, value));
    }

    @Test
    void agentArgumentsWinOverPropertiesOverEnvironmentOverFile(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("obs.properties"), Arrays.asList("otel.service.name=file", "otel.bsp.schedule.delay=4"));
        Map<String, String> properties = Map.of("otel.service.name", "property", "otel.traces.sampler", "always_off");
        Map<String, String> environment =
                Map.of("OTEL_SERVICE_NAME", "environment", "OTEL_TRACES_SAMPLER", "always_on", "OTEL_BSP_MAX_QUEUE_SIZE", "3", "OBS_CONFIG_FILE", file.toString());

        Settings settings = Settings.of("otel.service.name=argument", properties, environment);

        assertThat(settings.text(Keys.SERVICE_NAME)).isEqualTo("argument");
        assertThat(settings.text(Keys.SAMPLER)).isEqualTo("always_off");
        assertThat(settings.text(Keys.BSP_MAX_QUEUE_SIZE)).isEqualTo("3");
        assertThat(settings.text(Keys.BSP_SCHEDULE_DELAY)).isEqualTo("4");
        assertThat(settings.warnings().lines()).isEmpty();
    }

    @Test
    void anEmptyValueIsUnsetAndLetsTheNextSourceShowThrough() {
        Settings settings = Settings.of(null, Map.of("otel.service.name", "  "), Map.of("OTEL_SERVICE_NAME", "shop"));

        assertThat(settings.text(Keys.SERVICE_NAME)).isEqualTo("shop");
        assertThat(environment("OTEL_SERVICE_NAME", "").isSet(Keys.SERVICE_NAME)).isFalse();
    }

    @Test
    void argumentsMayOmitThePrefixAndDoubleACommaInAValue() {
        Settings settings = args(" log.level = debug ,otel.resource.attributes=a=1,,b=2,obs.enabled=false,,");

        assertThat(settings.text(Keys.LOG_LEVEL)).isEqualTo("debug");
        assertThat(settings.pairs(Keys.RESOURCE_ATTRIBUTES)).containsExactly(Map.entry("a", "1"), Map.entry("b", "2"));
        assertThat(settings.text(Keys.ENABLED)).isEqualTo("false,");
    }

    @Test
    void anArgumentWithoutEqualsIsNamed() {
        assertThat(args("debug").warnings().lines()).containsExactly("agent argument 'debug' has no '=': ignored");
    }

    @Test
    void dashesUnderscoresAndCaseDoNotTellKeysApart() {
        assertThat(environment("OTEL_INSTRUMENTATION_HTTP_KNOWN_METHODS", "GET").text(Keys.HTTP_KNOWN_METHODS)).isEqualTo("GET");
        assertThat(args("otel.instrumentation.http.known_methods=GET").text(Keys.HTTP_KNOWN_METHODS)).isEqualTo("GET");
    }

    @Test
    void variablesMayBeWrittenInTheFileToo(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("obs.properties"), Arrays.asList("OTEL_SERVICE_NAME=shop"));

        assertThat(args("config.file=" + file).text(Keys.SERVICE_NAME)).isEqualTo("shop");
    }

    @Test
    void onlyUpperCaseVariablesCount() {
        assertThat(environment("otel_service_name", "shop").isSet(Keys.SERVICE_NAME)).isFalse();
    }

    @Test
    void aFileThatCannotBeReadIsNamedAndSkipped() {
        Settings settings = environment("OBS_CONFIG_FILE", "/no/such/file");

        assertThat(settings.text(Keys.SAMPLER)).isEqualTo("parentbased_always_on");
        assertThat(settings.warnings().lines()).hasSize(1);
        assertThat(settings.warnings().lines().get(0)).startsWith("OBS_CONFIG_FILE=/no/such/file cannot be read");
    }

    @ParameterizedTest
    @CsvSource({"true,true", "TRUE,true", "false,false", "False,false", "yes,false", "1,false"})
    void onlyTrueIsTrue(String value, boolean expected) {
        assertThat(environment("OTEL_SDK_DISABLED", value).flag(Keys.SDK_DISABLED)).isEqualTo(expected);
    }

    @Test
    void aBadFlagKeepsItsDefault() {
        Settings settings = environment("OBS_ENABLED", "ja");

        assertThat(settings.flag(Keys.ENABLED)).isTrue();
        assertThat(settings.warnings().lines()).containsExactly("OBS_ENABLED=ja is neither true nor false: using true");
    }

    @ParameterizedTest
    @CsvSource({"7,7", "250ms,250", "5s,5000", "2 m,120000", "1h,3600000", "1d,86400000", "0,0"})
    void durations(String text, long millis) {
        assertThat(args("otel.bsp.schedule.delay=" + text).millis(Keys.BSP_SCHEDULE_DELAY)).isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "5x", "s", "1.5s", "99999999999999999999", "9999999999999999h"})
    void badDurationsUseTheDefault(String text) {
        Settings settings = environment("OTEL_BSP_SCHEDULE_DELAY", text);

        assertThat(settings.millis(Keys.BSP_SCHEDULE_DELAY)).isEqualTo(5000);
        assertThat(settings.warnings().lines())
                .containsExactly("OTEL_BSP_SCHEDULE_DELAY=" + text + " is not a duration in milliseconds: using 5000");
    }

    @Test
    void oneFaultIsOneLineHoweverOftenItIsRead() {
        Settings settings = environment("OTEL_BSP_SCHEDULE_DELAY", "x");
        settings.millis(Keys.BSP_SCHEDULE_DELAY);
        settings.millis(Keys.BSP_SCHEDULE_DELAY);

        assertThat(settings.warnings().lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0,false", "-3,false", "99999999999,false", "1e3,false", "8,true"})
    void countsHaveALeastValue(String text, boolean good) {
        Settings settings = environment("OTEL_BSP_MAX_QUEUE_SIZE", text);

        assertThat(settings.count(Keys.BSP_MAX_QUEUE_SIZE, 1)).isEqualTo(good ? 8 : 2048);
        assertThat(settings.warnings().lines()).hasSize(good ? 0 : 1);
    }

    @Test
    void pairsArePercentDecodedAndAPlusStaysAPlus() {
        assertThat(environment("OTEL_RESOURCE_ATTRIBUTES", "a=x%2Cy%3D1, b = 1+1 ,c=Gr%C3%BC%C3%9Fe,d=").pairs(Keys.RESOURCE_ATTRIBUTES))
                .containsExactly(Map.entry("a", "x,y=1"), Map.entry("b", "1+1"), Map.entry("c", "Gr\u00fc\u00dfe"), Map.entry("d", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1,b", "a=1,=2", "a=%4", "a=%zz,b=1", "a=100%"})
    void oneMalformedPairDiscardsAll(String text) {
        Settings settings = environment("OTEL_RESOURCE_ATTRIBUTES", text);

        assertThat(settings.pairs(Keys.RESOURCE_ATTRIBUTES)).isEmpty();
        assertThat(settings.warnings().lines())
                .containsExactly("OTEL_RESOURCE_ATTRIBUTES=" + text + " is not a list of percent-encoded key=value pairs: ignored");
    }

    @Test
    void secretsAreNotShown() {
        Settings settings = environment("OTEL_EXPORTER_OTLP_HEADERS", "authorization");
        settings.pairs(Keys.OTLP_HEADERS);

        assertThat(settings.warnings().lines())
                .containsExactly("OTEL_EXPORTER_OTLP_HEADERS=*** is not a list of percent-encoded key=value pairs: ignored");
    }

    @Test
    void unknownKeysOfOursAreNamedWithTheClosestKnownOne() {
        Settings settings = Settings.of("enabeld=false,instrumentation.jdbc.enabled=false,entirely.different.thing=1", NOTHING, Map.of("OBS_LOGLEVEL", "info", "OTEL_WHATEVER", "1"));
        settings.reportUnknown();

        assertThat(settings.warnings().lines())
                .containsExactlyInAnyOrder(
                        "agent argument enabeld is not a setting: ignored (did you mean obs.enabled?)",
                        "OBS_LOGLEVEL is not a setting: ignored (did you mean obs.log.level?)",
                        "agent argument entirely.different.thing is not a setting: ignored");
    }

    @Test
    void everyDefaultIsAcceptedByItsOwnParser() {
        Settings settings = Settings.of(null, NOTHING, NOTHING);
        AgentSettings.of(settings);
        TraceSettings.of(settings);
        MetricSettings.of(settings);
        PropagationSettings.of(settings);
        ResourceSettings.of(settings);
        HttpSettings.of(settings);
        MessagingSettings.of(settings);
        SemconvSettings.of(settings);
        for (OtlpSettings.Signal signal : OtlpSettings.Signal.values()) {
            OtlpSettings.of(settings, signal);
        }

        assertThat(settings.warnings().lines()).isEmpty();
    }
}
