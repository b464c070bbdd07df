package io.obsagent.telemetry;

import java.util.concurrent.ThreadLocalRandom;

/** Halves of trace ids, and span ids: 64 bits, never 0. */
final class Ids {
    private Ids() {}

    static long random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long value = random.nextLong();
        while (value == 0) {
            value = random.nextLong();
        }
        return value;
    }

    /**
     * The id that follows another one, so that one number stands for several. The JDK's generator goes from one 64-bit
     * state to the next in the same way (SplitMix64): nothing is less random than if it had been asked again.
     */
    static long after(long id) {
        long mixed = id + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        mixed ^= mixed >>> 31;
        return mixed == 0 ? 1 : mixed;
    }
}
