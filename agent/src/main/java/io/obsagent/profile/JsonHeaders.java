package io.obsagent.profile;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code {"name": "value", ...}}: a flat JSON object of texts, which is all that the setting may be. */
final class JsonHeaders {
    private final String text;
    private int at;

    private JsonHeaders(String text) {
        this.text = text;
    }

    /** Null when it is anything else. */
    static Map<String, String> parse(String text) {
        try {
            return new JsonHeaders(text).object();
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            return null;
        }
    }

    private Map<String, String> object() {
        Map<String, String> members = new LinkedHashMap<>();
        expect('{');
        if (peek() != '}') {
            do {
                String name = string();
                expect(':');
                members.put(name, string());
            } while (accept(','));
        }
        expect('}');
        if (!text.substring(at).isBlank()) {
            throw new IllegalArgumentException();
        }
        return members;
    }

    private String string() {
        expect('"');
        StringBuilder value = new StringBuilder();
        for (char c = text.charAt(at++); c != '"'; c = text.charAt(at++)) {
            value.append(c == '\\' ? escaped() : c);
        }
        return value.toString();
    }

    private char escaped() {
        char c = text.charAt(at++);
        switch (c) {
            case '"':
            case '\\':
            case '/':
                return c;
            case 'u':
                at += 4;
                return (char) Integer.parseInt(text.substring(at - 4, at), 16);
            default:
                throw new IllegalArgumentException();
        }
    }

    private boolean accept(char wanted) {
        boolean found = peek() == wanted;
        at += found ? 1 : 0;
        return found;
    }

    private void expect(char wanted) {
        if (!accept(wanted)) {
            throw new IllegalArgumentException();
        }
    }

    private char peek() {
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.charAt(at);
    }
}
