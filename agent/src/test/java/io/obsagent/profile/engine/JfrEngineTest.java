package io.obsagent.profile.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens while windows change is in one of them, and in one only. */
class JfrEngineTest {
    private static final int WINDOWS = 12;
    private static final int PARKS_A_WINDOW = 100;
    private static final String PARKED = "obs-agent-test-parked";

    @TempDir
    Path folder;

    private final AtomicInteger parks = new AtomicInteger();
    private volatile boolean over;

    @Test
    void everyParkIsInOneWindow() throws Exception {
        JfrEngine engine = new JfrEngine(new Events(0, false, 0, 0, 1, false), new Folders(folder.toString()));
        engine.start();
        Thread parked = new Thread(this::park, PARKED);
        parked.start();
        List<byte[]> chunks = new ArrayList<>();
        for (int window = 1; window <= WINDOWS; window++) {
            while (parks.get() < window * PARKS_A_WINDOW) {
                Thread.onSpinWait();
            }
            chunks.addAll(engine.rotate());
        }
        over = true;
        parked.join();
        chunks.addAll(engine.stop());

        int recorded = 0;
        for (byte[] chunk : chunks) {
            recorded += parksIn(chunk);
        }
        System.out.println(recorded + " of " + parks + " parks in " + chunks.size() + " chunks");
        assertThat(recorded).isEqualTo(parks.get());
    }

    private void park() {
        while (!over) {
            LockSupport.parkNanos(this, 50_000);
            parks.incrementAndGet();
        }
    }

    private int parksIn(byte[] chunk) throws IOException {
        Path file = Files.write(folder.resolve("chunk.jfr"), chunk);
        int found = 0;
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            if (event.getEventType().getName().equals("jdk.ThreadPark") && event.getThread().getJavaName().equals(PARKED)) {
                found++;
            }
        }
        return found;
    }
}
