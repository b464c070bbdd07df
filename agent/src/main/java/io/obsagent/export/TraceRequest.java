package io.obsagent.export;

import io.obsagent.export.proto.ProtoWriter;
import io.obsagent.telemetry.Operation;
import java.util.List;
import java.util.Map;

/** Encodes batches of spans as {@code ExportTraceServiceRequest}, into one buffer that is used again. Not thread-safe. */
final class TraceRequest {
    /** A buffer larger than this is given back: one huge batch must not stay in the heap for ever. */
    private static final int LARGEST_KEPT = 1 << 20;

    private final ProtoWriter resource = new ProtoWriter();
    private final ProtoWriter scope = new ProtoWriter();
    private ProtoWriter out = new ProtoWriter(8 << 10);

    TraceRequest(Map<String, Object> resourceAttributes) {
        int resourceMessage = resource.open(1);
        OtlpAttributes.write(resource, 1, resourceAttributes);
        resource.close(resourceMessage);
        int scopeMessage = scope.open(1);
        scope.text(1, Scope.NAME).text(2, Scope.VERSION).close(scopeMessage);
    }

    /** Valid until the next batch. */
    ProtoWriter encode(List<Operation> batch) {
        if (out.size() > LARGEST_KEPT) {
            out = new ProtoWriter(8 << 10);
        }
        int resourceSpans = out.clear().open(1);
        out.fields(resource);
        int scopeSpans = out.open(2);
        out.fields(scope);
        for (Operation operation : batch) {
            OtlpSpan.write(out, 2, operation);
        }
        out.text(3, Scope.SCHEMA_URL).close(scopeSpans);
        return out.text(3, Scope.SCHEMA_URL).close(resourceSpans);
    }
}
