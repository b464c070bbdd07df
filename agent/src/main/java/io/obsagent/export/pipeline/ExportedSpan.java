package io.obsagent.export.pipeline;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.Span;
import io.obsagent.telemetry.SpanEvent;
import io.obsagent.telemetry.Trace;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An ended operation as the SDK's exporters want to see it. Read once, on the exporter's thread. */
final class ExportedSpan implements SpanData {
    private static final SpanKind[] KINDS =
            {SpanKind.INTERNAL, SpanKind.SERVER, SpanKind.CLIENT, SpanKind.PRODUCER, SpanKind.CONSUMER};

    private final Operation operation;
    private final Span span;
    private final Trace trace;
    private final Resource resource;
    private final SpanContext context;
    private final SpanContext parent;

    ExportedSpan(Operation operation, Resource resource) {
        this.operation = operation;
        this.span = operation.span();
        this.trace = operation.trace();
        this.resource = resource;
        String traceId = TraceId.fromLongs(trace.high(), trace.low());
        TraceState state = TraceStateView.of(trace.state());
        this.context = SpanContext.create(traceId, SpanId.fromLong(operation.spanId()), TraceFlags.getSampled(), state);
        this.parent = span.parentId() == 0 ? SpanContext.getInvalid() : parent(traceId, state);
    }

    private SpanContext parent(String traceId, TraceState state) {
        String id = SpanId.fromLong(span.parentId());
        return span.remoteParent()
                ? SpanContext.createFromRemoteParent(traceId, id, TraceFlags.getSampled(), state)
                : SpanContext.create(traceId, id, TraceFlags.getSampled(), state);
    }

    @Override
    public String getName() {
        return span.name();
    }

    @Override
    public SpanKind getKind() {
        return KINDS[span.kind().ordinal()];
    }

    @Override
    public SpanContext getSpanContext() {
        return context;
    }

    @Override
    public SpanContext getParentSpanContext() {
        return parent;
    }

    @Override
    public StatusData getStatus() {
        if (!span.error()) {
            return StatusData.unset();
        }
        return span.description() == null
                ? StatusData.error()
                : StatusData.create(io.opentelemetry.api.trace.StatusCode.ERROR, span.description());
    }

    @Override
    public long getStartEpochNanos() {
        return operation.startNanos() + trace.epochOffset();
    }

    @Override
    public long getEndEpochNanos() {
        return span.endNanos() + trace.epochOffset();
    }

    @Override
    public Attributes getAttributes() {
        return new SpanAttributes(span);
    }

    @Override
    public List<EventData> getEvents() {
        if (span.eventCount() == 0) {
            return Collections.emptyList();
        }
        List<EventData> events = new ArrayList<>(span.eventCount());
        for (int i = 0; i < span.eventCount(); i++) {
            SpanEvent event = span.event(i);
            events.add(EventData.create(event.nanos() + trace.epochOffset(), event.name(), SdkAttributes.of(event.attributes())));
        }
        return events;
    }

    @Override
    public List<LinkData> getLinks() {
        if (span.linkCount() == 0) {
            return Collections.emptyList();
        }
        List<LinkData> links = new ArrayList<>(span.linkCount());
        for (int i = 0; i < span.linkCount(); i++) {
            RemoteContext linked = span.linked(i);
            links.add(LinkData.create(SpanContext.createFromRemoteParent(
                    TraceId.fromLongs(linked.traceHigh(), linked.traceLow()), SpanId.fromLong(linked.spanId()),
                    linked.sampled() ? TraceFlags.getSampled() : TraceFlags.getDefault(),
                    TraceStateView.of(linked.traceState()))));
        }
        return links;
    }

    @Override
    public boolean hasEnded() {
        return true;
    }

    @Override
    public int getTotalRecordedEvents() {
        return span.eventCount() + span.droppedEvents();
    }

    @Override
    public int getTotalRecordedLinks() {
        return span.linkCount() + span.droppedLinks();
    }

    @Override
    public int getTotalAttributeCount() {
        return span.attributeCount() + span.droppedAttributes();
    }

    @Override
    @Deprecated
    public io.opentelemetry.sdk.common.InstrumentationLibraryInfo getInstrumentationLibraryInfo() {
        return io.opentelemetry.sdk.common.InstrumentationLibraryInfo.create(Scope.INFO.getName(), Scope.INFO.getVersion());
    }

    @Override
    public InstrumentationScopeInfo getInstrumentationScopeInfo() {
        return Scope.INFO;
    }

    @Override
    public Resource getResource() {
        return resource;
    }
}
