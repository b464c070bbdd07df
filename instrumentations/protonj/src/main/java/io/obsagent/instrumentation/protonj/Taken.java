package io.obsagent.instrumentation.protonj;

import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.WeakTable;
import java.lang.ref.WeakReference;
import org.apache.qpid.proton.engine.Delivery;

/** The delivery that each thread took bytes of last, which are those that it decodes next. */
final class Taken {
    private final ThreadLocal<WeakReference<Delivery>> last = new ThreadLocal<>();
    private final WeakTable<Delivery, RemoteContext> contexts = new WeakTable<>();

    void remember(Delivery delivery) {
        last.set(new WeakReference<>(delivery));
    }

    /** What a message of this delivery carries. */
    void carries(Delivery delivery, RemoteContext context) {
        contexts.put(delivery, context);
    }

    /** Null for none. */
    RemoteContext carried(Delivery delivery) {
        return contexts.get(delivery);
    }

    /** Once; null where this thread has taken nothing since. */
    Delivery take() {
        WeakReference<Delivery> known = last.get();
        if (known == null) {
            return null;
        }
        last.remove();
        return known.get();
    }
}
