package io.obsagent.profile.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The different frames of a window, numbered from 0. Not thread-safe. */
public final class FrameTable {
    private final Map<Frame, Integer> numbers = new HashMap<>();
    private final List<Frame> frames = new ArrayList<>();

    /** The number of the frame. @param line 0 if unknown */
    public int number(String function, int line) {
        Frame frame = new Frame(function, line);
        Integer known = numbers.get(frame);
        if (known == null) {
            known = frames.size();
            numbers.put(frame, known);
            frames.add(frame);
        }
        return known;
    }

    /** Class and method with slashes and a dot, as async-profiler writes them; for native frames the symbol. */
    public String function(int number) {
        return frames.get(number).function;
    }

    public int line(int number) {
        return frames.get(number).line;
    }

    public int size() {
        return frames.size();
    }

    private static final class Frame {
        final String function;
        final int line;

        Frame(String function, int line) {
            this.function = function;
            this.line = line;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Frame && ((Frame) other).line == line && ((Frame) other).function.equals(function);
        }

        @Override
        public int hashCode() {
            return function.hashCode() * 31 + line;
        }
    }
}
