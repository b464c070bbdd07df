package io.obsagent.profile;

import io.obsagent.config.AgentLog;
import io.obsagent.profile.attribution.SpanAttribution;
import io.obsagent.profile.attribution.SpanIndex;
import io.obsagent.profile.chunk.ChunkReader;
import io.obsagent.profile.chunk.SamplingPeriods;
import io.obsagent.profile.engine.Engine;
import io.obsagent.profile.model.ProfileWindow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The engine's chunks as windows of profiles: fetches a chunk, then what threads did up to its end, and joins the two.
 * Supervisor thread only.
 */
final class ProfilerSession {
    /** 80 bytes each: 5 MiB at the worst, after a window in which nearly every sample closed a stretch. */
    private static final int MOST_INTERVALS = 65_536;
    /** The JDK's recorder gives times of the wall clock, which have to be converted. */
    private static final long JDK_CLOCK_MARGIN_NANOS = 1_000_000;
    private static final long REMEMBERED_NANOS = 900_000_000_000L;

    private final Engine engine;
    private final SpanAttribution spans;
    private final SpanIndex index;
    private final ChunkReader reader;
    private int number;
    private long chunkStartNanos;
    private long skippedInSession;
    private long skipped;

    ProfilerSession(Engine engine, SpanAttribution spans) {
        this.engine = engine;
        this.spans = spans;
        this.index = new SpanIndex(MOST_INTERVALS, engine.fromJdk() ? JDK_CLOCK_MARGIN_NANOS : 0);
        this.reader = new ChunkReader(spans, engine.fromJdk(), engine.limits());
    }

    /** Switches count from now on; the engine runs already. */
    void started() {
        reader.sessionBegan(engine.periods());
        count();
    }

    private void count() {
        number++;
        skippedInSession = 0;
        chunkStartNanos = System.nanoTime();
        spans.started(engine.hasWallFilter() ? number : 0);
    }

    /** Fetches what threads have noted, so that their log does not run full. */
    void drain() {
        spans.drain(index);
    }

    /** What was sampled since the last call. */
    List<ProfileWindow> rotate() throws IOException {
        SamplingPeriods periods = engine.periods();
        List<byte[]> chunks = engine.rotate();
        reader.chunkEnded(periods);
        return read(chunks, periods, newlySkipped());
    }

    /** The last windows of the session; begins a new one, within some milliseconds. */
    List<ProfileWindow> restart() throws IOException {
        if (engine.fromJdk()) {
            // Tells with each chunk what is alive, so that nothing need be missed between two sessions.
            List<ProfileWindow> windows = rotate();
            reader.sessionEnded();
            return windows;
        }
        SamplingPeriods periods = engine.periods();
        List<byte[]> last = engine.stop();
        reader.chunkEnded(periods);
        long dropped = newlySkipped();
        engine.start();
        reader.sessionBegan(engine.periods());
        List<ProfileWindow> windows = read(last, periods, dropped);
        reader.sessionEnded();
        count();
        return windows;
    }

    /** Gives up what the session had, whatever state it is in, and begins a new one. */
    void startAnew() throws IOException {
        try {
            engine.stop();
        } catch (IOException e) {
            AgentLog.debug("the lost session could not be ended", e);
        }
        engine.start();
        reader.sessionEnded();
        started();
    }

    /** The last windows; nothing is sampled afterwards. */
    List<ProfileWindow> stop() throws IOException {
        SamplingPeriods periods = engine.periods();
        List<byte[]> last = engine.stop();
        reader.chunkEnded(periods);
        List<ProfileWindow> windows = read(last, periods, newlySkipped());
        spans.stopped();
        return windows;
    }

    /** Whether the distances between samples are so wrong that a new session should begin. */
    boolean needsRestart(long windowNanos) {
        double seconds = Math.max(windowNanos, 1) / 1e9;
        return engine.sampled(reader.allocationSamples() / seconds, reader.looks() / seconds);
    }

    /** Samples that the profiler has dropped since the last call. */
    long takeSkipped() {
        long taken = skipped;
        skipped = 0;
        return taken;
    }

    private long newlySkipped() {
        long more = Math.max(0, engine.skipped() - skippedInSession);
        skippedInSession += more;
        skipped += more;
        return more;
    }

    private List<ProfileWindow> read(List<byte[]> chunks, SamplingPeriods periods, long dropped) throws IOException {
        long end = System.nanoTime();
        spans.collect(index);
        try {
            List<ProfileWindow> windows = new ArrayList<>();
            for (byte[] chunk : chunks) {
                windows.add(reader.read(chunk, index, periods, dropped));
            }
            return windows;
        } finally {
            index.forgetBefore(chunkStartNanos);
            spans.forgetBefore(end - REMEMBERED_NANOS);
            spans.forgetNamesBefore(chunkStartNanos);
            chunkStartNanos = end;
        }
    }
}
