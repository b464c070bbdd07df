package io.obsagent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PremainTest {
    private static final String JAVA_VERSION = "java.specification.version";

    @Test
    void onJava8ItStepsAsideWithOneLine() {
        String before = System.getProperty(JAVA_VERSION);
        PrintStream console = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setProperty(JAVA_VERSION, "1.8");
        try {
            Premain.premain(null, null);
        } finally {
            System.setProperty(JAVA_VERSION, before);
            System.setErr(console);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8).lines()).singleElement().asString()
                .startsWith("[obs-agent] needs Java 11 or newer");
    }
}
