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

/** Runs {@link AttributionAccuracy} on every JDK of the machine; its lines are printed. */
class AttributionAccuracyTest {
    private static final Pattern RESULT = Pattern.compile("(\\w+) (CPU|ALLOC) right=(\\d+) wrong=(\\d+) unattributed=(\\d+) accuracy=.*");
    private static final Pattern WEIGHT = Pattern.compile("one thread weight ratio=([0-9.]+) .*");

    static Stream<Map.Entry<Integer, Path>> jdks() {
        return ForkedJvm.jdks().entrySet().stream().filter(jdk -> jdk.getKey() >= 17);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void samplesFindTheSpanThatTheyWereTakenFor(Map.Entry<Integer, Path> jdk) throws Exception {
        // Inlined into one method, a sample's line can be that of the neighbouring burner: stacks, not spans, would be wrong.
        String output = new ForkedJvm(jdk.getValue())
                .option("-XX:CompileCommand=quiet")
                .option("-XX:CompileCommand=dontinline,io.obsagent.profile.Burners::*")
                .option("-Djdk.virtualThreadScheduler.parallelism=2")
                .run(AttributionAccuracy.class, System.getProperty("obs.test.accuracy.millis", "1500"));
        System.out.println("JDK " + jdk.getKey() + "\n" + output);

        List<String> scenarios = new ArrayList<>();
        for (String line : output.split("\\R")) {
            Matcher result = RESULT.matcher(line);
            if (result.matches()) {
                scenarios.add(result.group(1));
                double right = Long.parseLong(result.group(3));
                double wrong = Long.parseLong(result.group(4));
                double all = right + wrong + Long.parseLong(result.group(5));
                assertThat(right / all).as(line).isGreaterThanOrEqualTo(0.98);
                assertThat(wrong / all).as(line).isLessThan(0.01);
            }
            Matcher weight = WEIGHT.matcher(line);
            if (weight.matches()) {
                scenarios.add("weight");
                assertThat(Double.parseDouble(weight.group(1))).as(line).isBetween(0.95, 1.05);
            }
        }
        assertThat(scenarios).contains("threads", "pool", "futures", "weight");
        assertThat(scenarios.contains("virtual")).isEqualTo(jdk.getKey() >= 21);
        assertThat(output).doesNotContain("WARNING");
    }
}
