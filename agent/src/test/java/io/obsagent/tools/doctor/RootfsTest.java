package io.obsagent.tools.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor before roll-out: an unpacked image and the environment it will get. */
class RootfsTest {
    private static final String ALL = "java.base java.instrument java.logging java.management jdk.management jdk.jfr jdk.unsupported";

    @TempDir
    private Path root;

    @BeforeEach
    void makeAnImage() throws IOException {
        jvm("17.0.12", ALL);
        Files.createDirectories(root.resolve("obs-agent"));
        jar("obs-agent/javaagent.jar", "io.obsagent.Premain");
    }

    @Test
    void aGoodImageHasNothingToChange() throws Exception {
        DoctorRun run = doctor("JAVA_TOOL_OPTIONS=-javaagent:/obs-agent/javaagent.jar", "OTEL_SERVICE_NAME=shop");

        assertThat(run.exitCode).isZero();
        assertThat(run.out).contains("Java 17.0.12 at /opt/java", "/obs-agent/javaagent.jar: readable", "Nothing to change.");
    }

    @Test
    void aJlinkedJvmWithoutInstrumentIsAProblem() throws Exception {
        jvm("17.0.12", "java.base java.logging");
        DoctorRun run = doctor();

        assertThat(run.exitCode).isEqualTo(2);
        assertThat(run.out).contains("PROBLEM modules: java.instrument is missing", "jlink --add-modules java.instrument,");
    }

    @Test
    void modulesThatTheAgentOnlyUsesAreAWarningThatCountsWhenStrict() throws Exception {
        jvm("17.0.12", "java.base java.instrument java.logging");

        assertThat(doctor().exitCode).isZero();
        assertThat(doctor().out).contains("warning modules: java.management, jdk.jfr, jdk.management, jdk.unsupported missing");
        assertThat(new DoctorRun("--rootfs=" + root, "--strict").exitCode).isEqualTo(1);
    }

    @Test
    void java8IsAProblem() throws Exception {
        jvm("1.8.0_402", "");

        assertThat(doctor().out).contains("PROBLEM JVM: Java 1.8.0_402");
    }

    @Test
    void anImageWithoutAJvmIsAProblem() throws Exception {
        Files.delete(root.resolve("opt/java/release"));

        assertThat(doctor().out).contains("PROBLEM JVM: none found");
        assertThat(doctor().exitCode).isEqualTo(2);
    }

    @Test
    void absoluteLinksStayInsideTheImage() throws Exception {
        Files.createDirectories(root.resolve("etc"));
        Files.createSymbolicLink(root.resolve("etc/agent.jar"), Path.of("/obs-agent/javaagent.jar"));
        Files.createSymbolicLink(root.resolve("etc/host.jar"), Path.of("../../../../../../etc/hostname"));

        assertThat(doctor("JAVA_TOOL_OPTIONS=-javaagent:/etc/agent.jar").out).contains("ok /etc/agent.jar: readable");
        assertThat(doctor("JAVA_TOOL_OPTIONS=-javaagent:/etc/host.jar").out).contains("/etc/host.jar: is not in this file system");
    }

    @Test
    void theSelfReferenceOfKubernetesIsAProblem() throws Exception {
        assertThat(doctor("JAVA_TOOL_OPTIONS=$(JAVA_TOOL_OPTIONS) -javaagent:/obs-agent/javaagent.jar").out)
                .contains("PROBLEM JAVA_TOOL_OPTIONS: still holds $(JAVA_TOOL_OPTIONS)");
    }

    @Test
    void argumentFilesBelongToTheOtherVariable() throws Exception {
        assertThat(doctor("JAVA_TOOL_OPTIONS=@/opt/options").out).contains("PROBLEM JAVA_TOOL_OPTIONS: @/opt/options");
        assertThat(doctor("JDK_JAVA_OPTIONS=@/opt/options").out).doesNotContain("@/opt/options");
    }

    @Test
    void flagsInheritedByEveryJvmAreAWarningUnlessForgiven() throws Exception {
        assertThat(doctor("JAVA_TOOL_OPTIONS=-XX:+UseZGC").out).contains("warning JAVA_TOOL_OPTIONS: -XX:+UseZGC reaches");
        assertThat(doctor("JAVA_TOOL_OPTIONS=-XX:+IgnoreUnrecognizedVMOptions -XX:+UseZGC").out).contains("no trap");
        assertThat(doctor("JDK_JAVA_OPTIONS=-XX:+UseZGC").out).doesNotContain("UseZGC");
    }

    @Test
    void secretsInOptionsAreNamedAndNotShown() throws Exception {
        DoctorRun run = doctor("JAVA_TOOL_OPTIONS=-Ddb.password=hunter2 "
                + "-javaagent:/obs-agent/javaagent.jar=otel.exporter.otlp.headers=authorization=hunter3 "
                + "-Djavax.net.ssl.trustStore=/etc/store -Dpyroscope.server.address=http://me:hunter4@p");

        assertThat(run.out).contains("holds a secret (db.password)", "holds a secret (otel.exporter.otlp.headers)",
                "holds a secret (pyroscope.server.address)");
        assertThat(run.out).doesNotContain("hunter", "(javax.net.ssl.trustStore)");
    }

    @Test
    void anOpenQuoteIsAProblem() throws Exception {
        assertThat(doctor("JAVA_TOOL_OPTIONS=-Da='b c").out).contains("PROBLEM JAVA_TOOL_OPTIONS: has a quote that does not end");
        assertThat(doctor("JAVA_TOOL_OPTIONS=-Da='b c'").exitCode).isZero();
    }

    @Test
    void aJarThatOthersCannotReadIsAProblem() throws Exception {
        Files.setPosixFilePermissions(root.resolve("obs-agent/javaagent.jar"), PosixFilePermissions.fromString("rw-------"));

        assertThat(doctor("JAVA_TOOL_OPTIONS=-javaagent:/obs-agent/javaagent.jar").out)
                .contains("PROBLEM /obs-agent/javaagent.jar: is not readable by every user", "chmod 0644");
    }

    @Test
    void aDamagedJarIsAProblem() throws Exception {
        Files.writeString(root.resolve("obs-agent/javaagent.jar"), "half a jar");

        assertThat(doctor("JAVA_TOOL_OPTIONS=-javaagent:/obs-agent/javaagent.jar").out)
                .contains("PROBLEM /obs-agent/javaagent.jar: is no agent");
    }

    @Test
    void twiceTheSameAgentIsAWarning() throws Exception {
        assertThat(doctor("JAVA_TOOL_OPTIONS=-javaagent:/obs-agent/javaagent.jar",
                "JDK_JAVA_OPTIONS=-javaagent:/obs-agent/javaagent.jar").out)
                .contains("is given 2 times, by JAVA_TOOL_OPTIONS and JDK_JAVA_OPTIONS");
    }

    @Test
    void otherAgentsAreKnownByTheirManifest() throws Exception {
        jar("obs-agent/a.jar", "io.opentelemetry.javaagent.OpenTelemetryAgent");
        jar("obs-agent/coverage.jar", "org.jacoco.agent.rt.internal.PreMain");
        DoctorRun run = doctor("JAVA_TOOL_OPTIONS=-javaagent:/obs-agent/a.jar");

        assertThat(run.out).contains("PROBLEM other agent: OpenTelemetry agent in JAVA_TOOL_OPTIONS");
        assertThat(doctor("JAVA_TOOL_OPTIONS=-javaagent:/obs-agent/coverage.jar").out)
                .contains("none that conflicts; also there: /obs-agent/coverage.jar");
    }

    @Test
    void swappedPortsAreAWarning() throws Exception {
        assertThat(doctor("OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4317").out)
                .contains("4317 is the port of gRPC, and the protocol is http/protobuf");
        assertThat(doctor("OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4318", "OTEL_EXPORTER_OTLP_PROTOCOL=grpc").out)
                .contains("4318 is the port of http/protobuf, and the protocol is grpc");
    }

    @Test
    void settingsThatTheAgentWouldRejectAreShownBefore() throws Exception {
        assertThat(doctor("OTEL_EXPORTER_OTLP_TIMEOUT=soon").out).contains("warning settings: OTEL_EXPORTER_OTLP_TIMEOUT");
    }

    @Test
    void wrongArgumentsHaveACodeOfTheirOwn() throws Exception {
        assertThat(new DoctorRun("--rootfs").exitCode).isEqualTo(3);
        assertThat(new DoctorRun("--pid", "x").err).contains("--pid needs a number, not x");
        assertThat(new DoctorRun("--rootfs", root + "/missing").err).contains("is not a folder");
        assertThat(new DoctorRun("--nonsense").err).contains("unknown argument --nonsense", "Usage:");
        assertThat(new DoctorRun("--rootfs", "/", "--pid", "1").exitCode).isEqualTo(3);
        assertThat(new DoctorRun("--help").exitCode).isZero();
    }

    private DoctorRun doctor(String... environment) throws Exception {
        List<String> arguments = new ArrayList<>(Arrays.asList("--rootfs", root.toString()));
        for (String variable : environment) {
            arguments.add("--env");
            arguments.add(variable);
        }
        return new DoctorRun(arguments.toArray(new String[0]));
    }

    private void jvm(String version, String modules) throws IOException {
        Files.createDirectories(root.resolve("opt/java/bin"));
        if (!Files.exists(root.resolve("opt/java/bin/java"))) {
            Files.createFile(root.resolve("opt/java/bin/java"));
        }
        Files.writeString(root.resolve("opt/java/release"),
                "JAVA_VERSION=\"" + version + "\"\n" + (modules.isEmpty() ? "" : "MODULES=\"" + modules + "\"\n"));
    }

    private void jar(String name, String premainClass) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", premainClass);
        try (OutputStream file = Files.newOutputStream(root.resolve(name));
                JarOutputStream jar = new JarOutputStream(file, manifest)) {
            jar.finish();
        }
        Files.setPosixFilePermissions(root.resolve(name), PosixFilePermissions.fromString("rw-r--r--"));
    }
}
