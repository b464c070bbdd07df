package io.obsagent.instrumentation.protonj;

import java.lang.ref.WeakReference;
import org.apache.qpid.proton.engine.Receiver;

/** The link that each thread took bytes from last, which are those that it decodes next. */
final class Taken {
    private final ThreadLocal<WeakReference<Receiver>> last = new ThreadLocal<>();

    void remember(Receiver receiver) {
        WeakReference<Receiver> known = last.get();
        if (known == null || known.get() != receiver) {
            last.set(new WeakReference<>(receiver));
        }
    }

    /** Once; null where this thread has taken nothing since. */
    Receiver take() {
        WeakReference<Receiver> known = last.get();
        if (known == null) {
            return null;
        }
        last.remove();
        return known.get();
    }
}
