package io.obsagent.smoke.broker;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.Folders;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.harness.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Apache Kafka, one node without ZooKeeper. Not thread-safe. */
public final class KafkaBroker implements AutoCloseable {
    /** The last that speaks to clients before 2.1, and to the newest as well. */
    private static final String VERSION = "3.9.1";

    private final int port = Ports.free();
    private final int controllerPort = Ports.free();
    private final Path folder;
    private final Library library;
    private AppProcess process;

    private KafkaBroker(String version) throws IOException {
        library = Libraries.resolve("org.apache.kafka:kafka_2.13:" + version);
        folder = Files.createTempDirectory("obs-agent-kafka");
        process = run();
    }

    public static KafkaBroker start() {
        return start(VERSION);
    }

    public static KafkaBroker start(String version) {
        try {
            return new KafkaBroker(version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AppProcess run() {
        AppProcess started = JavaApp.of("KafkaBroker", AppSources.compile(17, library, "broker/kafka"))
                .jvmOption("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
                .start(Integer.toString(port), Integer.toString(controllerPort), folder.toString());
        started.awaitPort();
        return started;
    }

    /** What clients call {@code bootstrap.servers}. */
    public String address() {
        return "localhost:" + port;
    }

    /** Ends the server and starts it again; records and offsets stay. */
    public void restart() {
        process.closeInput().awaitExit();
        process = run();
    }

    @Override
    public void close() {
        process.close();
        Folders.delete(folder);
    }
}
