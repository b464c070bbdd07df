package io.obsagent.config.resource;

import java.util.UUID;

/**
 * A random UUID, from the kernel where it gives one: the JVM's own would initialise the security providers before the
 * application does.
 */
final class RandomId {
    private RandomId() {}

    static String next(Surroundings surroundings) {
        String ofKernel = surroundings.line("/proc/sys/kernel/random/uuid");
        return ofKernel != null ? ofKernel : UUID.randomUUID().toString();
    }
}
