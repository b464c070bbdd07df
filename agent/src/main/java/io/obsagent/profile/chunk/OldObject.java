package io.obsagent.profile.chunk;

import one.jfr.JfrClass;
import one.jfr.JfrReader;
import one.jfr.event.Event;

/** {@code jdk.OldObjectSample}: an object that was still alive when the recording ended. */
public final class OldObject extends Event {
    static final String EVENT = "jdk.OldObjectSample";

    private final long size;

    /** Called by the reader, positioned behind the event's header. */
    public OldObject(JfrReader chunk) {
        this(chunk, chunk.getVarlong(), has(chunk, "duration") ? chunk.getVarlong() : 0);
    }

    private OldObject(JfrReader chunk, long time, long duration) {
        super(time, chunk.getVarint(), chunk.getVarint());
        chunk.getVarlong();
        this.size = has(chunk, "objectSize") ? chunk.getVarlong() : 0;
    }

    /** Bytes of the object itself; 0 where the JDK does not tell (before 17). */
    @Override
    public long value() {
        return size;
    }

    private static boolean has(JfrReader chunk, String field) {
        JfrClass type = chunk.typesByName.get(EVENT);
        return type != null && type.field(field) != null;
    }
}
