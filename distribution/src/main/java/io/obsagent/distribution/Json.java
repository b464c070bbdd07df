package io.obsagent.distribution;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes maps, lists, strings and integers as JSON, indented, in the order given: digests are taken over the result. */
public final class Json {
    private final StringBuilder text = new StringBuilder();

    private Json() {}

    /**
     * @param value a {@link Map} with String keys, a {@link List}, a {@link String} or an integer, nested as liked
     * @return the document, ending in a line feed
     * @throws IllegalArgumentException for a value of any other type
     */
    public static String write(Object value) {
        Json json = new Json();
        json.value(value, "\n");
        return json.text.append('\n').toString();
    }

    /** A map of these names and values, in this order. */
    public static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    private void value(Object value, String newLine) {
        if (value instanceof Map<?, ?> map) {
            list('{', map.entrySet().iterator(), '}', newLine);
        } else if (value instanceof List<?> list) {
            list('[', list.iterator(), ']', newLine);
        } else if (value instanceof Map.Entry<?, ?> entry) {
            string((String) entry.getKey());
            text.append(": ");
            value(entry.getValue(), newLine);
        } else if (value instanceof String string) {
            string(string);
        } else if (value instanceof Integer || value instanceof Long) {
            text.append(value);
        } else {
            throw new IllegalArgumentException("no JSON for " + value);
        }
    }

    private void list(char open, Iterator<?> elements, char close, String newLine) {
        text.append(open);
        String indented = newLine + "  ";
        for (boolean first = true; elements.hasNext(); first = false) {
            text.append(first ? "" : ",").append(indented);
            value(elements.next(), indented);
        }
        text.append(newLine).append(close);
    }

    private void string(String string) {
        text.append('"');
        for (char c : string.toCharArray()) {
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
