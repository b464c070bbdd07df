package io.obsagent.tools.flame;

import java.util.List;
import java.util.Map;

/** One stack of a profile file. Immutable. */
final class Stack {
    /** Outermost first. */
    final List<String> frames;
    /** One for each kind of value that the file has. */
    final long[] values;
    final Map<String, String> labels;

    Stack(List<String> frames, long[] values, Map<String, String> labels) {
        this.frames = frames;
        this.values = values;
        this.labels = labels;
    }
}
