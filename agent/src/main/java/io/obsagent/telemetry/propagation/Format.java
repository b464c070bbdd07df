package io.obsagent.telemetry.propagation;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import java.util.List;

/** One format of trace context headers. Stateless. */
abstract class Format {
    /** The names of the headers that it writes. */
    abstract List<String> fields();

    /** What the headers say; null when they are absent or malformed. */
    abstract <C> RemoteContext extract(C carrier, Getter<C> getter, MalformedHeaders malformed);

    abstract <C> void inject(Operation operation, C carrier, Setter<C> setter);
}
