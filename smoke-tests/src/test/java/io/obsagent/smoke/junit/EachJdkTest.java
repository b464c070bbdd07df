package io.obsagent.smoke.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Jdk;

class EachJdkTest {
    @EachJdk
    void isTheJdkItSaysItIs(Jdk jdk) {
        String version = JavaApp.bare().on(jdk).jvmOption("-version").run().expectExit(0).stderr().text();

        assertThat(version).contains("version \"" + jdk.feature() + ".");
    }
}
