package io.obsagent.profile.engine;

import java.util.function.Consumer;

/**
 * What must not be sampled on which JDK, because the JVM itself has a defect there.
 *
 * <ul>
 *   <li>Allocations before 11.0.23, 17.0.11, 21.0.3 and 22: method ids of unloaded classes are used after they were
 *       freed (JDK-8313816).
 *   <li>Locks from 24 on: a virtual thread leaves its carrier while it waits for a monitor (JEP 491), so waiting times
 *       are booked on the wrong thread.
 * </ul>
 */
final class JdkGates {
    private JdkGates() {}

    /** @param note gets one line for each kind that is left out */
    static Events apply(Events wanted, Runtime.Version jdk, Consumer<String> note) {
        Events allowed = wanted;
        if (allowed.allocBytes > 0 && !keepsMethodIds(jdk)) {
            note.accept("profiles without alloc and live: JDK " + jdk.feature() + " before the fix of JDK-8313816 can crash on them (fixed in 11.0.23, 17.0.11, 21.0.3, 22)");
            allowed = allowed.withoutAllocations();
        }
        if (allowed.lockNanos > 0 && jdk.feature() >= 24) {
            note.accept("profiles without lock: from JDK 24 on a virtual thread waits without its carrier, times would be wrong");
            allowed = allowed.withoutLocks();
        }
        return allowed;
    }

    private static boolean keepsMethodIds(Runtime.Version jdk) {
        switch (jdk.feature()) {
            case 11:
                return jdk.update() >= 23;
            case 17:
                return jdk.update() >= 11;
            case 21:
                return jdk.update() >= 3;
            default:
                return jdk.feature() >= 22;
        }
    }
}
