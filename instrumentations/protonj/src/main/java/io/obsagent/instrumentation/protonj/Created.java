package io.obsagent.instrumentation.protonj;

import io.obsagent.telemetry.RemoteContext;

/** The message that each thread encoded last, which is the one that it sends next. */
final class Created {
    private final ThreadLocal<Encoded> last = new ThreadLocal<>();

    /** Immutable. */
    static final class Encoded {
        /** Null where the message carries none. */
        final RemoteContext context;
        /** Null for none. */
        final String address;

        Encoded(RemoteContext context, String address) {
            this.context = context;
            this.address = address;
        }
    }

    void remember(Encoded encoded) {
        last.set(encoded);
    }

    /** Once; null where this thread has encoded nothing since. */
    Encoded take() {
        Encoded encoded = last.get();
        if (encoded != null) {
            last.remove();
        }
        return encoded;
    }
}
