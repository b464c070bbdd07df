package io.obsagent.telemetry.propagation;

import io.obsagent.config.PropagationSettings;
import io.obsagent.config.Propagator;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads and writes trace context in the formats the user chose ({@code OTEL_PROPAGATORS}). Immutable, thread-safe. */
public final class Propagation {
    private final Format[] formats;
    private final List<String> fields;

    private Propagation(List<Format> formats) {
        this.formats = formats.toArray(new Format[0]);
        List<String> names = new ArrayList<>();
        for (Format format : formats) {
            names.addAll(format.fields());
        }
        this.fields = Collections.unmodifiableList(names);
    }

    public static Propagation of(PropagationSettings settings) {
        List<Format> formats = new ArrayList<>();
        for (Propagator propagator : settings.propagators) {
            formats.add(format(propagator));
        }
        return new Propagation(formats);
    }

    /** Reads and writes nothing: another agent does. */
    public static Propagation none() {
        return new Propagation(Collections.<Format>emptyList());
    }

    private static Format format(Propagator propagator) {
        switch (propagator) {
            case TRACECONTEXT:
                return new TraceContextFormat();
            case BAGGAGE:
                return new BaggageFormat();
            case B3:
                return new B3Format(false);
            case B3MULTI:
                return new B3Format(true);
            case JAEGER:
                return new JaegerFormat();
            default:
                return new XRayFormat();
        }
    }

    /** Every header that {@link #inject} may write. */
    public List<String> fields() {
        return fields;
    }

    /** What the carrier's headers say, where several formats name a span the last one wins; null for nothing at all. */
    public <C> RemoteContext extract(C carrier, Getter<C> getter, MalformedHeaders malformed) {
        RemoteContext span = null;
        String baggage = null;
        for (Format format : formats) {
            RemoteContext found = format.extract(carrier, getter, malformed);
            if (found != null && found.hasSpan()) {
                span = found;
            } else if (found != null) {
                baggage = found.baggage();
            }
        }
        if (baggage == null) {
            return span;
        }
        return span == null ? new RemoteContext(0, 0, 0, false, null, baggage) : span.with(baggage);
    }

    /** The W3C {@code traceparent} value that names an operation, whatever formats the user chose. */
    public static String traceparent(Operation operation) {
        return TraceContextFormat.parent(operation);
    }

    /** Writes the context of an operation into a carrier. */
    public <C> void inject(Operation operation, C carrier, Setter<C> setter) {
        for (Format format : formats) {
            format.inject(operation, carrier, setter);
        }
    }
}
