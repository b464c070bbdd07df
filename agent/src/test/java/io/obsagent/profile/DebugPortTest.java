package io.obsagent.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.tools.flame.Flame;
import io.opentelemetry.proto.collector.profiles.v1development.ExportProfilesServiceRequest;
import io.opentelemetry.proto.profiles.v1development.Profile;
import io.opentelemetry.proto.profiles.v1development.Sample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiles for a scraper, and over OTLP, from a JVM of their own. */
class DebugPortTest {
    @TempDir
    Path folder;

    @Test
    void aScraperGetsCpuAndLiveHeapAndTheFlameToolRendersThem() throws Exception {
        int port = freePort();
        AtomicReference<byte[]> cpu = new AtomicReference<>();
        AtomicReference<byte[]> heap = new AtomicReference<>();
        AtomicReference<String> other = new AtomicReference<>();
        String output = new ForkedJvm(Path.of(System.getProperty("java.home")))
                .environment("OBS_PROFILE_PORT", String.valueOf(port))
                .runUntil(() -> fetched(cpu, port, "profile?seconds=2") && fetched(heap, port, "heap") && status(other, port), ProfiledService.class, "60000");

        Pprof profile = new Pprof(FakePyroscope.gunzip(cpu.get()));
        assertThat(profile.types).containsExactly("cpu/nanoseconds");
        assertThat(profile.samples).anyMatch(sample -> sample.stack.stream().anyMatch(frame -> frame.contains("Burners.burnA")));
        assertThat(profile.samples).anyMatch(sample -> sample.labels.containsKey("span_id"));
        assertThat(new Pprof(FakePyroscope.gunzip(heap.get())).types).containsExactly("inuse_objects/count", "inuse_space/bytes");
        assertThat(other.get()).isEqualTo("404");
        assertThat(output).contains("application ended well");
        rendered(cpu.get());
    }

    private void rendered(byte[] pprof) throws IOException {
        Path file = folder.resolve("cpu.pb.gz");
        Files.write(file, pprof);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = Flame.run(new String[] {file.toString()}, new PrintStream(out, true, StandardCharsets.UTF_8), System.err);

        assertThat(exit).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("hottest frames").contains("Burners.");
        assertThat(Files.readString(folder.resolve("cpu.pb.gz.html"))).contains("io/obsagent/profile/Burners.burnA").doesNotContain("@DATA@");
    }

    @Test
    void otlpSamplesLinkTheirSpans() throws Exception {
        try (FakePyroscope server = new FakePyroscope()) {
            String output = new ForkedJvm(Path.of(System.getProperty("java.home")))
                    .environment("OBS_PROFILE", "cpu,wall")
                    .environment("OBS_PROFILE_WINDOW", "1s")
                    .environment("OTEL_EXPORTER_OTLP_ENDPOINT", server.url())
                    .environment("OTEL_EXPORTER_OTLP_HEADERS", "x-key=k1")
                    .runUntil(() -> server.requests.stream().anyMatch(DebugPortTest::hasLink), ProfiledService.class, "60000");

            FakePyroscope.Request request = server.requests.get(0);
            assertThat(request.path).isEqualTo("/v1development/profiles");
            assertThat(request.headers).containsEntry("Content-Type", "application/x-protobuf").containsEntry("Content-Encoding", "gzip").containsEntry("x-key", "k1");
            assertThat(server.requests).anyMatch(DebugPortTest::hasLink);
            assertThat(output).contains("application ended well").contains("to " + server.url() + "/v1development/profiles (OTEL_EXPORTER_OTLP_ENDPOINT)");
        }
    }

    private static boolean hasLink(FakePyroscope.Request request) {
        try {
            ExportProfilesServiceRequest decoded = ExportProfilesServiceRequest.parseFrom(FakePyroscope.gunzip(request.body));
            for (Profile profile : decoded.getResourceProfiles(0).getScopeProfiles(0).getProfilesList()) {
                for (Sample sample : profile.getSamplesList()) {
                    if (sample.getLinkIndex() > 0 && decoded.getDictionary().getLinkTable(sample.getLinkIndex()).getSpanId().byteAt(0) != 0) {
                        return true;
                    }
                }
            }
            return false;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean fetched(AtomicReference<byte[]> into, int port, String path) {
        if (into.get() == null) {
            try {
                HttpURLConnection connection = get(port, path);
                into.set(connection.getResponseCode() == 200 ? connection.getInputStream().readAllBytes() : null);
            } catch (IOException e) {
                // Not yet open.
                return false;
            }
        }
        return into.get() != null;
    }

    private static boolean status(AtomicReference<String> into, int port) {
        try {
            into.set(String.valueOf(get(port, "cmdline").getResponseCode()));
            return true;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpURLConnection get(int port, String path) throws IOException {
        return (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/debug/pprof/" + path).toURL().openConnection();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
