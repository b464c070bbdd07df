package io.obsagent.telemetry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Numbers that many threads add to and one reader folds. Each number has one cell in each stripe, threads spread over
 * the stripes by their id; an addition is one atomic instruction, so nothing is ever lost, locked or allocated.
 *
 * <p>A stripe starts a cache line after the end of the one before: on 2 cores and 8 threads that is the difference
 * between 12 and 31 ns a record (SeriesBenchmark).
 */
final class Cells {
    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int LINE = 8;
    private static final int STRIPES = stripes(Runtime.getRuntime().availableProcessors());

    private final int stride;
    private final long[] cells;

    Cells(int numbers) {
        this.stride = (numbers + LINE - 1) / LINE * LINE + LINE;
        this.cells = new long[STRIPES * stride];
    }

    private static int stripes(int processors) {
        int stripes = 1;
        while (stripes < processors && stripes < 8) {
            stripes <<= 1;
        }
        return stripes;
    }

    /** Where the calling thread's stripe starts; to be handed to {@link #add}. */
    int stripe() {
        long id = Thread.currentThread().getId();
        return ((int) (id * 0x9E3779B97F4A7C15L >>> 40) & STRIPES - 1) * stride;
    }

    void add(int stripe, int number, long delta) {
        CELL.getAndAdd(cells, stripe + number, delta);
    }

    /** The sum over all stripes. */
    long fold(int number) {
        long sum = 0;
        for (int stripe = 0; stripe < STRIPES; stripe++) {
            sum += (long) CELL.getVolatile(cells, stripe * stride + number);
        }
        return sum;
    }
}
