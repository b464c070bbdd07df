package io.obsagent.tools.flame;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stacks put together at their common outer frames, with totals. */
final class FrameTree {
    /** Of the whole; narrower boxes cannot be seen. */
    private static final double NARROWEST = 0.0005;

    private final Node root = new Node("all");
    private final Map<String, Long> selfByFrame = new HashMap<>();
    private final Map<String, Long> totalByFrame = new HashMap<>();

    void add(List<String> frames, long value) {
        Node node = root;
        root.total += value;
        Set<String> seen = new HashSet<>();
        for (String frame : frames) {
            node = node.children.computeIfAbsent(frame, Node::new);
            node.total += value;
            if (seen.add(frame)) {
                totalByFrame.merge(frame, value, Long::sum);
            }
        }
        if (!frames.isEmpty()) {
            selfByFrame.merge(frames.get(frames.size() - 1), value, Long::sum);
        }
    }

    long total() {
        return root.total;
    }

    /** Frames in which most was spent itself, {@code 42.1 % self, 80.0 % total: name}. */
    List<String> hottest(int count) {
        List<String> lines = new ArrayList<>();
        selfByFrame.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(count)
                .forEach(frame -> lines.add(String.format(java.util.Locale.ROOT, "%5.1f %% self %5.1f %% total  %s",
                        percent(frame.getValue()), percent(totalByFrame.get(frame.getKey())), frame.getKey())));
        return lines;
    }

    private double percent(long value) {
        return root.total == 0 ? 0 : 100.0 * value / root.total;
    }

    /** {@code [name, total, [children]]}, recursively, safe inside a script element. */
    String json() {
        StringBuilder out = new StringBuilder();
        write(root, out);
        return out.toString();
    }

    private void write(Node node, StringBuilder out) {
        out.append("[\"");
        for (int i = 0; i < node.name.length(); i++) {
            char c = node.name.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || c == '<' || c == '&' || c == 0x2028 || c == 0x2029) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append("\",").append(node.total).append(",[");
        boolean first = true;
        for (Node child : node.children.values()) {
            if (child.total >= root.total * NARROWEST) {
                out.append(first ? "" : ",");
                first = false;
                write(child, out);
            }
        }
        out.append("]]");
    }

    private static final class Node {
        final String name;
        final Map<String, Node> children = new LinkedHashMap<>();
        long total;

        Node(String name) {
            this.name = name;
        }
    }
}
