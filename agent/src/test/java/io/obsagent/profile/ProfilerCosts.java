package io.obsagent.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Measurements that take minutes and a quiet machine; not part of the usual run. Their lines are printed. */
class ProfilerCosts {
    private final ForkedJvm jvm = new ForkedJvm(Path.of(System.getProperty("java.home"))).longest(1_800).option("-Xms256m").option("-Xmx256m");

    @Test
    void aSwitch() throws Exception {
        String output = jvm.run(SwitchCost.class);
        System.out.println(output);
        assertThat(output.lines().reduce((first, last) -> last).orElse("")).contains("and 0.00 bytes");
    }

    @Test
    void defaultSettings() throws Exception {
        String output = jvm.run(ProfilerOverhead.class, System.getProperty("obs.test.overhead.pairs", "16"), "15");
        System.out.println(output);
        assertThat(output).contains("95 % interval");
    }
}
