package io.obsagent.profile.attribution;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names of local root spans that ended with samples, until their samples have been read. Names are low-cardinality by
 * convention (route, queue), and the number of different ones is capped because each becomes a series at the server.
 *
 * <p>Thread-safe; bounded.
 */
final class RootNames {
    static final String OTHER = "_OTHER";
    /** Those that end within one window: 2,000 sampled requests a second. */
    private static final int MOST_ROOTS = 32_768;
    private static final int MOST_NAMES = 100;

    private final Map<Long, Root> roots = new ConcurrentHashMap<>();
    private final Map<String, String> names = new ConcurrentHashMap<>();

    void add(long rootSpanId, String name, long now) {
        if (roots.size() < MOST_ROOTS) {
            String known = names.get(name);
            if (known == null) {
                known = names.size() < MOST_NAMES ? name : OTHER;
                names.put(known, known);
            }
            roots.put(rootSpanId, new Root(known, now));
        }
    }

    /** Null while the root runs, or when it was not named. */
    String find(long rootSpanId) {
        Root root = roots.get(rootSpanId);
        return root == null ? null : root.name;
    }

    void forgetBefore(long time) {
        roots.values().removeIf(root -> root.ended < time);
    }

    private static final class Root {
        final String name;
        final long ended;

        Root(String name, long ended) {
            this.name = name;
            this.ended = ended;
        }
    }
}
