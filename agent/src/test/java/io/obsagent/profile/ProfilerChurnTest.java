package io.obsagent.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs {@link ProfilerChurn} on every JDK; a crash is an exit value. For 30 minutes:
 * {@code -Dobs.test.churn.seconds=1800}.
 */
class ProfilerChurnTest {
    /** The allocator of the C library gives memory back late; a leak of the size that hurts is more than that in minutes. */
    private static final long MOST_GROWTH_KIB = 48 * 1024;

    static Stream<Map.Entry<Integer, Path>> jdks() {
        return ForkedJvm.jdks().entrySet().stream().filter(jdk -> jdk.getKey() >= 17);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void nothingCrashesAndMemoryStaysFlat(Map.Entry<Integer, Path> jdk) throws Exception {
        String seconds = System.getProperty("obs.test.churn.seconds", "20");
        String output = new ForkedJvm(jdk.getValue()).longest(Long.parseLong(seconds) + 120)
                .option("-Xmx256m").option("-Xms256m").option("-XX:+AlwaysPreTouch")
                .run(ProfilerChurn.class, seconds);
        System.out.println("JDK " + jdk.getKey() + "\n" + output);

        List<Long> resident = new ArrayList<>();
        Matcher lines = Pattern.compile("resident (\\d+) KiB, \\d+ spans, (\\d+) samples").matcher(output);
        while (lines.find()) {
            resident.add(Long.parseLong(lines.group(1)));
            assertThat(Long.parseLong(lines.group(2))).isPositive();
        }
        assertThat(resident.size()).isGreaterThanOrEqualTo(3);
        assertThat(resident.get(resident.size() - 1) - resident.get(resident.size() / 2)).isLessThan(MOST_GROWTH_KIB);
    }
}
