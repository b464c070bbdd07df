package io.obsagent.profile.chunk;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import one.jfr.ClassRef;
import one.jfr.JfrReader;
import one.jfr.MethodRef;

/** Names of the methods of one chunk, without the parts that the JVM numbers afresh in each process. */
final class FrameNames {
    private final JfrReader chunk;
    private final Map<Long, String> names = new HashMap<>();

    FrameNames(JfrReader chunk) {
        this.chunk = chunk;
    }

    String of(long methodId) {
        return names.computeIfAbsent(methodId, this::build);
    }

    String ofClass(long classId) {
        ClassRef type = chunk.classes.get(classId);
        return type == null ? "" : symbol(type.name);
    }

    private String build(long methodId) {
        MethodRef method = chunk.methods.get(methodId);
        if (method == null) {
            return "[unknown]";
        }
        String type = withoutNumbers(ofClass(method.cls));
        String name = symbol(method.name);
        return type.isEmpty() ? name : type + '.' + name;
    }

    private String symbol(long id) {
        byte[] text = chunk.symbols.get(id);
        return text == null ? "" : new String(text, StandardCharsets.UTF_8);
    }

    /** {@code Shop$$Lambda.0x00007f01 -> Shop$$Lambda}, {@code GeneratedMethodAccessor17 -> GeneratedMethodAccessor}. */
    static String withoutNumbers(String type) {
        int cut = type.indexOf("$$Lambda");
        if (cut >= 0) {
            return type.substring(0, cut + 8);
        }
        int hidden = type.indexOf("0x");
        if (hidden > 1 && (type.charAt(hidden - 1) == '.' || type.charAt(hidden - 1) == '+' || type.charAt(hidden - 1) == '/')) {
            return type.substring(0, hidden - 1);
        }
        int end = type.length();
        while (end > 0 && Character.isDigit(type.charAt(end - 1))) {
            end--;
        }
        return type.startsWith("Accessor", end - 8) || type.endsWith("_") ? type.substring(0, end) : type;
    }
}
