package io.obsagent.config.resource;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds plain values in block-style YAML by indentation alone. It knows nested and dotted keys, quotes, comments and
 * documents; anything cleverer (flow style, anchors, folded text) is passed over, because a wrong guess is worse than none.
 */
final class YamlScalars {
    private final String key;
    private final List<String> found = new ArrayList<>();
    private final List<String> parents = new ArrayList<>();
    private final List<Integer> indents = new ArrayList<>();

    private YamlScalars(String key) {
        this.key = key;
    }

    /** Values of the dotted key, one a document, in order; documents without it are skipped. */
    static List<String> find(String yaml, String key) {
        YamlScalars search = new YamlScalars(key);
        for (String line : yaml.split("\n")) {
            search.line(line);
        }
        return search.found;
    }

    private void line(String line) {
        String text = line.trim();
        if (text.isEmpty() || text.startsWith("#")) {
            return;
        }
        if (line.startsWith("---")) {
            parents.clear();
            indents.clear();
            return;
        }
        int indent = line.indexOf(text);
        while (!indents.isEmpty() && indents.get(indents.size() - 1) >= indent) {
            indents.remove(indents.size() - 1);
            parents.remove(parents.size() - 1);
        }
        int colon = text.indexOf(':');
        if (colon < 1 || colon + 1 < text.length() && text.charAt(colon + 1) != ' ') {
            return;
        }
        indents.add(indent);
        parents.add(unquoted(text.substring(0, colon).trim()));
        String value = scalar(text.substring(colon + 1).trim());
        if (value != null && key.equals(String.join(".", parents))) {
            found.add(value);
        }
    }

    /** Null for a mapping that follows, and for what is not a plain or quoted value. */
    private static String scalar(String text) {
        if (text.isEmpty() || "#|>&*{[!".indexOf(text.charAt(0)) >= 0) {
            return null;
        }
        char quote = text.charAt(0);
        if (quote == '"' || quote == '\'') {
            int end = text.indexOf(quote, 1);
            return end < 0 ? null : text.substring(1, end);
        }
        int comment = text.indexOf(" #");
        return (comment < 0 ? text : text.substring(0, comment)).trim();
    }

    private static String unquoted(String name) {
        boolean quoted = name.length() > 1 && (name.charAt(0) == '"' || name.charAt(0) == '\'');
        return quoted ? name.substring(1, name.length() - 1) : name;
    }
}
