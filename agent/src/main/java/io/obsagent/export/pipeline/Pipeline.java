package io.obsagent.export.pipeline;

import io.obsagent.config.AgentLog;
import io.obsagent.config.Exporter;
import io.obsagent.config.MetricSettings;
import io.obsagent.config.OtlpSettings;
import io.obsagent.config.RepeatedWarning;
import io.obsagent.config.Settings;
import io.obsagent.config.TraceSettings;
import io.obsagent.export.OtlpExporters;
import io.obsagent.export.Scope;
import io.obsagent.export.SpanExporter;
import io.obsagent.telemetry.Telemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends spans and metrics, on the one thread that calls {@link #run}. Exporters are made when there is something to
 * send for the first time: a process that ends before never loads them.
 */
public final class Pipeline {
    private final Telemetry telemetry;
    private final SpanQueue queue;
    private final Settings settings;
    private final TraceSettings traces;
    private final MetricSettings metrics;
    private final Map<String, Object> resourceAttributes;
    private final long startNanos;
    private final Thread worker;
    private final RepeatedWarning spanFailures = new RepeatedWarning();
    private final RepeatedWarning metricFailures = new RepeatedWarning();
    private volatile SpanStage spanStage;
    private volatile MetricStage metricStage;
    private Resource resource;
    private volatile boolean closing;
    /** Set before a batch leaves the queue, so that an exit knows of spans that are in neither place. */
    private volatile boolean exporting;

    /**
     * @param worker the thread that is going to call {@link #run}
     * @param startNanos {@link System#nanoTime()} when the agent started, from which cumulative points count
     */
    public Pipeline(Telemetry telemetry, SpanQueue queue, Settings settings, Map<String, Object> resourceAttributes,
            Thread worker, long startNanos) {
        this.telemetry = telemetry;
        this.queue = queue;
        this.settings = settings;
        this.traces = TraceSettings.of(settings);
        this.metrics = MetricSettings.of(settings);
        this.resourceAttributes = resourceAttributes;
        this.worker = worker;
        this.startNanos = startNanos;
        queue.consumer(worker);
    }

    /** Exports until {@link #close}, then once more everything that is there. */
    public void run() {
        telemetry.thread().mute(true);
        long nextSpans = after(traces.scheduleDelayMillis);
        long nextMetrics = after(metrics.intervalMillis);
        while (!closing) {
            long now = System.nanoTime();
            if (queue.hasBatch() || now - nextSpans >= 0) {
                guarded(true, false);
                nextSpans = after(traces.scheduleDelayMillis);
            }
            if (now - nextMetrics >= 0) {
                telemetry.clock().adjust();
                guarded(false, false);
                nextMetrics = after(metrics.intervalMillis);
            }
            if (!queue.hasBatch() && !closing) {
                // Who interrupts every thread of the process does not mean this one; parking would return at once for ever.
                Thread.interrupted();
                LockSupport.parkNanos(this, Math.min(nextSpans - now, nextMetrics - now));
            }
        }
        guarded(true, true);
        guarded(false, true);
    }

    private static long after(long millis) {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private void guarded(boolean spans, boolean all) {
        exporting = true;
        try {
            if (spans) {
                exportSpans(all);
            } else {
                exportMetrics();
            }
        } catch (RuntimeException | LinkageError e) {
            AgentLog.debug("export failed", e);
            (spans ? spanFailures : metricFailures)
                    .warn((spans ? "spans" : "metrics") + " could not be exported: " + AgentLog.describe(e));
        } finally {
            exporting = false;
        }
    }

    private void exportSpans(boolean all) {
        if (queue.isEmpty()) {
            return;
        }
        if (spanStage == null) {
            spanStage = new SpanStage(queue, spanExporters());
            passOnLastCall();
        }
        if (all) {
            spanStage.exportAll();
        } else {
            spanStage.exportBatch();
        }
    }

    private void exportMetrics() {
        if (metrics.exporters.isEmpty() || telemetry.metrics().isEmpty()) {
            return;
        }
        if (metricStage == null) {
            metricStage = new MetricStage(telemetry, metrics, resource(), metricExporters(), startNanos);
            passOnLastCall();
        }
        metricStage.export();
    }

    private List<SpanExporter> spanExporters() {
        List<SpanExporter> exporters = new ArrayList<>();
        for (Exporter exporter : traces.exporters) {
            exporters.add(exporter == Exporter.OTLP
                    ? OtlpExporters.spans(OtlpSettings.of(settings, OtlpSettings.Signal.TRACES), traces, resourceAttributes)
                    : new ConsoleSpanExporter());
        }
        return exporters;
    }

    private List<MetricExporter> metricExporters() {
        List<MetricExporter> exporters = new ArrayList<>();
        for (Exporter exporter : metrics.exporters) {
            exporters.add(exporter == Exporter.OTLP
                    ? OtlpExporters.metrics(OtlpSettings.of(settings, OtlpSettings.Signal.METRICS), metrics)
                    : new ConsoleMetricExporter());
        }
        return exporters;
    }

    private Resource resource() {
        if (resource == null) {
            AttributesBuilder attributes = Attributes.builder();
            for (Map.Entry<String, Object> each : resourceAttributes.entrySet()) {
                ResourceValues.put(attributes, each.getKey(), each.getValue());
            }
            resource = Resource.create(attributes.build(), Scope.SCHEMA_URL);
        }
        return resource;
    }

    /**
     * Sends what is left and stops.
     *
     * @param millis how long the caller waits for that; a backend that hangs delays it no longer
     */
    public void close(long millis) {
        closing = true;
        if (hasNothingToSend()) {
            return;
        }
        passOnLastCall();
        LockSupport.unpark(worker);
        try {
            worker.join(millis);
            if (worker.isAlive() && millis > 0) {
                AgentLog.warn("the last export was not over after " + millis + " ms; what it held is lost");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean hasNothingToSend() {
        return queue.isEmpty() && !exporting && (metrics.exporters.isEmpty() || telemetry.metrics().isEmpty());
    }

    /** At exit a backend that is down is asked once: every short-lived process would pay for the patience. */
    private void passOnLastCall() {
        SpanStage spans = spanStage;
        MetricStage points = metricStage;
        if (closing && spans != null) {
            spans.lastCall();
        }
        if (closing && points != null) {
            points.lastCall();
        }
    }
}
