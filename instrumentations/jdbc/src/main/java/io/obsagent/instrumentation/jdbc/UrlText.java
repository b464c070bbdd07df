package io.obsagent.instrumentation.jdbc;

import java.nio.charset.StandardCharsets;

/** Small questions about pieces of a JDBC URL, answered without regular expressions and without exceptions. */
final class UrlText {
    private UrlText() {}

    static boolean startsWith(String text, String lowerCasePrefix) {
        return text.regionMatches(true, 0, lowerCasePrefix, 0, lowerCasePrefix.length());
    }

    static int indexOf(String text, String lowerCasePart) {
        int last = text.length() - lowerCasePart.length();
        for (int i = 0; i <= last; i++) {
            if (text.regionMatches(true, i, lowerCasePart, 0, lowerCasePart.length())) {
                return i;
            }
        }
        return -1;
    }

    /** The first place at or after {@code from} where one of {@code chars} stands, or the length of the text. */
    static int firstOf(String text, String chars, int from) {
        for (int i = from; i < text.length(); i++) {
            if (chars.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    static String before(String text, String chars) {
        return text.substring(0, firstOf(text, chars, 0));
    }

    /** The name behind the last slash or backslash of a path, or null if there is none. */
    static String fileName(String path) {
        int end = path.length();
        while (end > 0 && isSlash(path.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && !isSlash(path.charAt(start - 1))) {
            start--;
        }
        return start == end ? null : path.substring(start, end);
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }

    /** A port number, or -1 if the text is anything else. */
    static int port(String text) {
        int length = text.length();
        if (length == 0 || length > 5) {
            return -1;
        }
        int port = 0;
        for (int i = 0; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            port = port * 10 + digit;
        }
        return port > 0 && port <= 65535 ? port : -1;
    }

    /** Decodes {@code %41} as UTF-8; what is not a correct escape stays as it is. */
    static String percentDecoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[in.length];
        int length = 0;
        for (int i = 0; i < in.length; i++) {
            int high = in[i] == '%' && i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(in[i + 2], 16);
            if (low < 0) {
                out[length++] = in[i];
            } else {
                out[length++] = (byte) (high << 4 | low);
                i += 2;
            }
        }
        return new String(out, 0, length, StandardCharsets.UTF_8);
    }

    /**
     * A name fit for an attribute, or null. A name with {@code = @ &}, a line break or of more than 255 characters is
     * no database's name but a piece of a malformed URL, and may hold its password.
     */
    static String name(String raw) {
        if (raw == null || raw.length() > 255) {
            return null;
        }
        String name = percentDecoded(raw).trim();
        boolean usable = !name.isEmpty();
        for (int i = 0; usable && i < name.length(); i++) {
            char c = name.charAt(i);
            usable = c >= ' ' && c != '=' && c != '@' && c != '&' && c != 0x7f;
        }
        return usable ? name : null;
    }
}
