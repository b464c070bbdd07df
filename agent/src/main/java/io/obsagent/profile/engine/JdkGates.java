package io.obsagent.profile.engine;

import java.util.function.Consumer;

/**
 * What must not be sampled on which JDK, because the JVM itself has a defect there: allocations before 11.0.23, 17.0.11,
 * 21.0.3 and 22, where method ids of unloaded classes are used after they were freed (JDK-8313816).
 */
final class JdkGates {
    private JdkGates() {}

    /** @param note gets one line for each kind that is left out */
    static Events apply(Events wanted, Runtime.Version jdk, Consumer<String> note) {
        if (wanted.allocBytes > 0 && !keepsMethodIds(jdk)) {
            note.accept("profiles without alloc and live: JDK " + jdk.feature() + " before the fix of JDK-8313816 can crash on them (fixed in 11.0.23, 17.0.11, 21.0.3, 22)");
            return wanted.withoutAllocations();
        }
        return wanted;
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
