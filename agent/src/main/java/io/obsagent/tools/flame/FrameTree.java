package io.obsagent.tools.flame;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Stacks put together at their common outer frames, with totals. */
final class FrameTree {
    /** Of the whole; narrower boxes cannot be seen. */
    private static final double NARROWEST = 0.0005;
    private static final Pattern JDK = Pattern.compile("(java|javax|jdk|sun|com/sun)[/.]");

    private final Node root = new Node("all");
    private final Map<String, Long> selfByFrame = new HashMap<>();
    private final Map<String, Map<String, Long>> callersByFrame = new HashMap<>();
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
            String innermost = frames.get(frames.size() - 1);
            selfByFrame.merge(innermost, value, Long::sum);
            callersByFrame.computeIfAbsent(innermost, frame -> new HashMap<>()).merge(caller(frames), value, Long::sum);
        }
    }

    /** The innermost frame that is neither the JDK's nor native; empty when there is none. */
    private static String caller(List<String> frames) {
        for (int i = frames.size() - 1; i >= 0; i--) {
            String frame = frames.get(i);
            if (frame.indexOf('.') > 0 && !frame.contains(".so.") && !JDK.matcher(frame).lookingAt()) {
                return frame;
            }
        }
        return "";
    }

    long total() {
        return root.total;
    }

    /**
     * The frames in which most was spent themselves: {@code 42.1 % self 80.0 % total  name}. Those of the JDK and native ones say
     * little of an application, so the one of its frames that mostly led there is named behind them.
     */
    List<String> hottest(int count) {
        List<String> lines = new ArrayList<>();
        selfByFrame.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(count)
                .forEach(frame -> lines.add(String.format(Locale.ROOT, "%5.1f %% self %5.1f %% total  %s%s",
                        percent(frame.getValue()), percent(totalByFrame.get(frame.getKey())), frame.getKey(), below(frame.getKey()))));
        return lines;
    }

    private String below(String frame) {
        String caller = callersByFrame.get(frame).entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey())).orElseThrow().getKey();
        return caller.isEmpty() || caller.equals(frame) ? "" : "  below " + caller;
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
