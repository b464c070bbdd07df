package io.obsagent.profile.engine;

import io.obsagent.profile.chunk.SampleLimits;
import io.obsagent.profile.chunk.SamplingPeriods;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;

/** Takes samples in sessions of minutes, each a sequence of chunks. */
public interface Engine {
    /** For the start report. */
    String name();

    /** Of the running session. */
    SamplingPeriods periods();

    /**
     * How many allocations were sampled lately, and how often the wall clock looked at a thread; the distances follow from
     * the next session on.
     *
     * @return whether they are so far off that the session should end now
     */
    boolean sampled(double allocationsPerSecond, double looksPerSecond);

    /** What is over them is {@link #skipped}. */
    SampleLimits limits();

    /** Samples dropped since the session began, of all kinds: over a limit, or too many threads sampled at one moment; 0 when that cannot be told. */
    long skipped();

    /** Whether chunks are the JDK's own rather than async-profiler's. */
    boolean fromJdk();

    /** Gives the calling thread's time of the last sample; null where there is no such thing. */
    Supplier<ByteBuffer> sampleClock();

    /** Enters the calling operating system thread into those that the wall clock looks at. Any thread; lock-free. */
    void enterWallFilter();

    /** Whether {@link #enterWallFilter} has an effect. */
    boolean hasWallFilter();

    /** Begins a session. */
    void start() throws IOException;

    /** Ends the chunk, begins the next and returns what was ended: one chunk, with the JDK's recorder maybe several. */
    List<byte[]> rotate() throws IOException;

    /** Ends the session and returns the last of it, which has the objects that are still alive. */
    List<byte[]> stop() throws IOException;
}
