package io.obsagent.export;

import io.opentelemetry.exporter.internal.otlp.traces.LowAllocationTraceRequestMarshaler;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/** Sends spans over OTLP before {@link #export} returns. Thread-safe; exports happen one at a time. */
public final class OtlpSpanExporter implements SpanExporter, LastCall {
    private final LowAllocationTraceRequestMarshaler request = new LowAllocationTraceRequestMarshaler();
    private final Delivery delivery;

    OtlpSpanExporter(Delivery delivery) {
        this.delivery = delivery;
    }

    /** What became of the spans so far. */
    public DeliveryCounts counts() {
        return delivery.counts();
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        synchronized (request) {
            try {
                request.initialize(spans);
                return delivery.deliver(request, spans.size());
            } finally {
                request.reset();
            }
        }
    }

    @Override
    public void lastCall() {
        delivery.lastCall();
    }

    /** Nothing is ever pending. */
    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        delivery.close();
        return CompletableResultCode.ofSuccess();
    }
}
