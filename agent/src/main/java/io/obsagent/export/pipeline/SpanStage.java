package io.obsagent.export.pipeline;

import io.obsagent.export.LastCall;
import io.obsagent.export.SpanExporter;
import io.obsagent.telemetry.Operation;
import java.util.ArrayList;
import java.util.List;

/** Takes batches from the queue to the exporters. Used by the pipeline's thread only. */
final class SpanStage {
    private final SpanQueue queue;
    private final List<SpanExporter> exporters;
    private final List<Operation> batch = new ArrayList<>();

    SpanStage(SpanQueue queue, List<SpanExporter> exporters) {
        this.queue = queue;
        this.exporters = exporters;
    }

    /** Sends one batch; nothing when the queue is empty. */
    void exportBatch() {
        queue.drainTo(batch);
        if (!batch.isEmpty()) {
            for (SpanExporter exporter : exporters) {
                exporter.export(batch);
            }
        }
        batch.clear();
    }

    void exportAll() {
        while (!queue.isEmpty()) {
            exportBatch();
        }
    }

    /** Any thread. */
    void lastCall() {
        LastCall.toAll(exporters);
    }
}
