package io.obsagent.export;

import io.obsagent.telemetry.Operation;
import java.util.List;
import java.util.Map;

/** Sends spans over OTLP. */
public final class OtlpSpanExporter implements SpanExporter, LastCall {
    private final TraceRequest request;
    private final Delivery delivery;

    OtlpSpanExporter(Delivery delivery, Map<String, Object> resourceAttributes) {
        this.delivery = delivery;
        this.request = new TraceRequest(resourceAttributes);
    }

    /** What became of the spans so far. */
    public DeliveryCounts counts() {
        return delivery.counts();
    }

    @Override
    public void export(List<Operation> batch) {
        delivery.deliver(out -> request.encode(batch).writeTo(out), batch.size());
    }

    /** Any thread. */
    @Override
    public void lastCall() {
        delivery.lastCall();
    }
}
