package io.obsagent.instrumentation.jdbc;

import java.util.Properties;

/**
 * The {@code key=value} parameters behind a JDBC URL, and the properties given to {@code Driver.connect}. Asked for
 * the few keys that name a server or a database, so that user and password are never even copied.
 */
final class UrlParameters {
    private final String text;
    private final String separators;
    private final Properties given;

    UrlParameters(String text, String separators, Properties given) {
        this.text = text;
        this.separators = separators;
        this.given = given;
    }

    /** The first of the keys that has a value, the URL's before the properties'; null if none has. Ignores case. */
    String first(String... keys) {
        for (String key : keys) {
            String value = inUrl(key);
            if (value != null) {
                return value;
            }
        }
        return firstGiven(keys);
    }

    /** The same for the given properties alone. */
    String firstGiven(String... keys) {
        for (String key : keys) {
            String value = given == null ? null : given.getProperty(key);
            if (value != null && !value.isEmpty()) {
                return value;
            }
        }
        return null;
    }

    private String inUrl(String key) {
        int i = 0;
        while (i < text.length()) {
            int equals = UrlText.firstOf(text, separators + '=', i);
            int start = Math.min(equals + 1, text.length());
            boolean assigns = equals < text.length() && text.charAt(equals) == '=';
            int end = assigns ? valueEnd(start) : equals;
            if (assigns && text.substring(i, equals).trim().equalsIgnoreCase(key)) {
                String value = unbraced(text.substring(start, end).trim());
                if (!value.isEmpty()) {
                    return value;
                }
            }
            i = end + 1;
        }
        return null;
    }

    /** A value in braces holds separators ({@code password={a;b}}, SQL Server); {@code }}} is one brace in it. */
    private int valueEnd(int start) {
        int i = start;
        if (i < text.length() && text.charAt(i) == '{') {
            for (i++; i < text.length(); i++) {
                if (text.charAt(i) == '}') {
                    if (i + 1 < text.length() && text.charAt(i + 1) == '}') {
                        i++;
                    } else {
                        break;
                    }
                }
            }
        }
        return UrlText.firstOf(text, separators, i);
    }

    /** Empty if a brace stands where none may: then the text is malformed, and this may be a piece of a password. */
    private static String unbraced(String value) {
        boolean braced = value.length() > 1 && value.charAt(0) == '{' && value.charAt(value.length() - 1) == '}';
        if (braced) {
            return value.substring(1, value.length() - 1).replace("}}", "}");
        }
        return value.indexOf('{') < 0 && value.indexOf('}') < 0 ? value : "";
    }
}
