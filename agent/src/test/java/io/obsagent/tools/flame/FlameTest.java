package io.obsagent.tools.flame;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.profile.Windows;
import io.obsagent.profile.model.ProfileWindow;
import io.obsagent.profile.wire.Gzip;
import io.obsagent.profile.wire.PprofEncoder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlameTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private int run(String... arguments) {
        return Flame.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String cpu() throws Exception {
        ProfileWindow window = Windows.small();
        Path file = folder.resolve("cpu.pb.gz");
        Files.write(file, Gzip.compress(new PprofEncoder(window, true).encode(window.profiles.get(0))));
        return file.toString();
    }

    @Test
    void aPageAndTheHottestFrames() throws Exception {
        assertThat(run(cpu(), "-o", folder.resolve("out.html").toString())).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("cpu/nanoseconds, 40000000 in all").contains(" 75.0 % self  75.0 % total  shop/Orders.price");
        assertThat(Files.readString(folder.resolve("out.html")))
                .contains("[\"all\",40000000,[[\"java/lang/Thread.run\",30000000,[[\"shop/Orders.list\",30000000,[[\"shop/Orders.price\",30000000,[]]]]]]")
                .contains("data-unit=\"nanoseconds\"");
    }

    @Test
    void ofOneSpanOrRouteOnly() throws Exception {
        assertThat(run(cpu(), "--span", "2122232425262728")).isZero();
        assertThat(run(cpu(), "--name", "GET /orders")).isZero();
        assertThat(run(cpu(), "--name", "GET /other")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("30000000 in all", "cpu/nanoseconds, 0 in all");
    }

    @Test
    void foldedStacksAndHarmlessNames() throws Exception {
        Path file = folder.resolve("stacks.txt");
        Files.writeString(file, "main;a </script><b>;\"c\" 3\nmain 1\n");

        assertThat(run(file.toString())).isZero();
        assertThat(Files.readString(folder.resolve("stacks.txt.html"))).contains("\\u003c/script>").doesNotContain("a </script>");
    }

    @Test
    void framesOfTheJdkAndNativeOnesNameTheApplicationsThatLedThere() throws Exception {
        Path file = folder.resolve("stacks.txt");
        Files.writeString(file, String.join("\n", "java/lang/Thread.run;Shop.price;java/lang/StringLatin1.hashCode 6",
                "java/lang/Thread.run;shop/Orders.list;java/lang/StringLatin1.hashCode 2", "Shop.price;memcpy 1",
                "java/lang/Thread.run;libjvm.so.Dictionary::find 1"));

        assertThat(run(file.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).contains(
                " 80.0 % self  80.0 % total  java/lang/StringLatin1.hashCode  below Shop.price",
                " 10.0 % self  10.0 % total  memcpy  below Shop.price",
                " 10.0 % self  10.0 % total  libjvm.so.Dictionary::find");
    }

    @Test
    void whatItCannotDoIsOneLine() throws Exception {
        Path file = folder.resolve("x");
        Files.writeString(file, "no profile");

        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("obs-agent: " + file + ": not a profile: neither pprof nor folded stacks" + System.lineSeparator());
        assertThat(run()).isEqualTo(2);
        assertThat(run("a", "b")).isEqualTo(2);
        assertThat(run(cpu(), "--type", "alloc")).isEqualTo(1);
    }
}
