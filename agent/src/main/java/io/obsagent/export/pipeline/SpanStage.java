package io.obsagent.export.pipeline;

import io.obsagent.export.LastCall;
import io.obsagent.telemetry.Operation;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.List;

/** Takes batches from the queue to the exporters. Used by the pipeline's thread only. */
final class SpanStage {
    private final SpanQueue queue;
    private final Resource resource;
    private final List<SpanExporter> exporters;
    private final List<Operation> batch = new ArrayList<>();
    private final List<SpanData> views = new ArrayList<>();

    SpanStage(SpanQueue queue, Resource resource, List<SpanExporter> exporters) {
        this.queue = queue;
        this.resource = resource;
        this.exporters = exporters;
    }

    /** Sends one batch; nothing when the queue is empty. */
    void exportBatch() {
        queue.drainTo(batch);
        for (Operation operation : batch) {
            views.add(new ExportedSpan(operation, resource));
        }
        if (!views.isEmpty()) {
            for (SpanExporter exporter : exporters) {
                exporter.export(views);
            }
        }
        batch.clear();
        views.clear();
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
