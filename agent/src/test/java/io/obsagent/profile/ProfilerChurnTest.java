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
 * Runs {@link ProfilerChurn} on every JDK; a crash is an exit value. For 30 minutes, at a quarter of a core:
 * {@code -Dobs.test.churn.seconds=1800 -Dobs.test.churn.rest=150}.
 */
class ProfilerChurnTest {
    /** The allocator of the C library gives memory back late; a leak of the size that hurts is more than that in minutes. */
    private static final long MOST_GROWTH_KIB = 48 * 1024;
    /** Up to JDK 25 the JVM keeps the ids of the methods of unloaded classes: 0.1 KiB for one with two methods. */
    private static final double MOST_KIB_PER_CLASS = 0.25;

    static Stream<Map.Entry<Integer, Path>> jdks() {
        return ForkedJvm.jdks().entrySet().stream().filter(jdk -> jdk.getKey() >= 17);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void nothingCrashesAndMemoryStaysFlat(Map.Entry<Integer, Path> jdk) throws Exception {
        String seconds = System.getProperty("obs.test.churn.seconds", "20");
        String output = new ForkedJvm(jdk.getValue()).longest(Long.parseLong(seconds) + 120)
                .option("-Xmx256m").option("-Xms256m").option("-XX:+AlwaysPreTouch")
                .run(ProfilerChurn.class, seconds, System.getProperty("obs.test.churn.rest", "0"));
        System.out.println("JDK " + jdk.getKey() + "\n" + output);

        List<long[]> sessions = new ArrayList<>();
        Matcher lines = Pattern.compile("resident (\\d+) KiB, \\d+ spans, (\\d+) samples, \\d+ threads, (\\d+) classes").matcher(output);
        while (lines.find()) {
            sessions.add(new long[] {Long.parseLong(lines.group(1)), Long.parseLong(lines.group(3))});
            assertThat(Long.parseLong(lines.group(2))).isPositive();
        }
        assertThat(sessions.size()).isGreaterThanOrEqualTo(3);
        long[] middle = sessions.get(sessions.size() / 2);
        long[] last = sessions.get(sessions.size() - 1);
        assertThat(last[0] - middle[0]).isLessThan(MOST_GROWTH_KIB + (long) (MOST_KIB_PER_CLASS * (last[1] - middle[1])));
    }
}
