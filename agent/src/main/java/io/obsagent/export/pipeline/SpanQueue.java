package io.obsagent.export.pipeline;

import io.obsagent.config.Keys;
import io.obsagent.config.Settings;
import io.obsagent.config.TraceSettings;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.SpanSink;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Ended spans on their way to the exporter. Bounded by the bytes they keep alive, because that is what an application
 * has to spare, and by a number of spans only if the user sets {@code OTEL_BSP_MAX_QUEUE_SIZE}: the usual 2,048 spans
 * are gone after a burst of 230 requests of nine spans. When full, the newest span is dropped and counted.
 *
 * <p>Thread-safe; producers never wait, and wake the exporter only when a batch is complete.
 */
public final class SpanQueue implements SpanSink {
    private static final long LEAST_BYTES = 2L << 20;
    private static final long MOST_BYTES = 16L << 20;

    private final ConcurrentLinkedQueue<Operation> spans = new ConcurrentLinkedQueue<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicLong dropped = new AtomicLong();
    private final long mostBytes;
    private final int mostSpans;
    private final int batch;
    private volatile Thread consumer;

    public SpanQueue(Settings settings) {
        TraceSettings traces = TraceSettings.of(settings);
        // A 64th of the heap: 4 MiB and some 6,000 spans at -Xmx256m, the most at 1 GiB.
        mostBytes = Math.max(LEAST_BYTES, Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / 64));
        mostSpans = settings.isSet(Keys.BSP_MAX_QUEUE_SIZE) ? traces.maxQueueSize : Integer.MAX_VALUE;
        batch = traces.maxExportBatchSize;
    }

    @Override
    public void offer(Operation operation) {
        int size = operation.span().estimatedBytes();
        if (bytes.addAndGet(size) > mostBytes || count.get() >= mostSpans) {
            bytes.addAndGet(-size);
            dropped.incrementAndGet();
            return;
        }
        spans.add(operation);
        if (count.incrementAndGet() == batch) {
            LockSupport.unpark(consumer);
        }
    }

    /** The thread to wake when a batch is complete. */
    void consumer(Thread thread) {
        consumer = thread;
    }

    boolean hasBatch() {
        return count.get() >= batch;
    }

    public boolean isEmpty() {
        return spans.isEmpty();
    }

    /** Moves up to one batch into {@code target}. One thread at a time. */
    void drainTo(List<Operation> target) {
        while (target.size() < batch) {
            Operation operation = spans.poll();
            if (operation == null) {
                return;
            }
            count.decrementAndGet();
            bytes.addAndGet(-operation.span().estimatedBytes());
            target.add(operation);
        }
    }

    /** Spans dropped because the queue was full, since the start. */
    public long dropped() {
        return dropped.get();
    }
}
