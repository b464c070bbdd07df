package one.profiler;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The one thing of async-profiler that is neither public nor a command: the word in which it keeps, for each operating
 * system thread, the time of that thread's last sample.
 *
 * <p>It lives in async-profiler's own package because {@code Recording.getThreadLocalBuffer} is package-private.
 */
public final class SampleClock {
    private SampleClock() {}

    /**
     * The calling thread's word: nanoseconds on the clock of {@link System#nanoTime()} at offset 0. The memory belongs to
     * the operating system thread and is freed when that thread ends, so the buffer may be read on this carrier or
     * platform thread only, never be handed to another one nor be kept with a virtual thread.
     *
     * @return null when the native library has no memory left for it
     */
    public static ByteBuffer ofCurrentThread() {
        ByteBuffer word = Recording.getThreadLocalBuffer();
        return word == null ? null : word.order(ByteOrder.nativeOrder());
    }
}
