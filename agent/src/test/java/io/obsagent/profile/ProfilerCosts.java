package io.obsagent.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Measurements that take minutes and a quiet machine; not part of the usual run. Their lines are printed. */
class ProfilerCosts {
    private static final Pattern SUM = Pattern.compile("load: sum of parts ([0-9.]+) % of .*");
    private final ForkedJvm jvm = new ForkedJvm(Path.of(System.getProperty("java.home"))).longest(1_800).option("-Xms384m").option("-Xmx384m")
            .option("--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED");

    @Test
    void aSwitch() throws Exception {
        String output = jvm.run(SwitchCost.class);
        System.out.println(output);
        assertThat(output.lines().reduce((first, last) -> last).orElse("")).contains("and 0.00 bytes");
    }

    /** Seven minutes. The sum of the parts must hold on any machine; what the pairs show is as good as the machine is quiet. */
    @Test
    void defaultSettings() throws Exception {
        try (FakePyroscope server = new FakePyroscope()) {
            String output = jvm.run(ProfilerOverhead.class, server.url(), System.getProperty("obs.test.overhead.minutes", "3"));
            System.out.println(output);
            Matcher sums = SUM.matcher(output);
            for (int load = 0; load < 2; load++) {
                assertThat(sums.find()).isTrue();
                assertThat(Double.parseDouble(sums.group(1))).as(sums.group()).isLessThanOrEqualTo(1);
            }
        }
    }
}
