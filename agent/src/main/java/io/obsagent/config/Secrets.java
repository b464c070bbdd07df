package io.obsagent.config;

import java.util.Locale;

/** What must not be shown in a log line or sent as telemetry, and how it is blotted out. */
public final class Secrets {
    /** Stands where a secret stood. */
    public static final String MASK = "***";

    private static final String[] TELLING = {
        "password", "passwd", "pwd", "passphrase", "secret", "token", "credential", "apikey", "api-key", "api_key", "api.key",
        "access-key", "access_key", "accesskey", "private", "auth", "header"
    };

    private Secrets() {}

    /** True when a setting, option or property of this name is likely to hold a secret. */
    public static boolean isTelling(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String word : TELLING) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return lower.endsWith("key");
    }

    /**
     * Blots out {@code user:password@} of every URL in the text, and the value of every {@code name=value} whose name
     * is telling.
     */
    public static String mask(String text) {
        String masked = maskUserInfo(text);
        for (int equals = masked.indexOf('='); equals >= 0; equals = masked.indexOf('=', equals + 1)) {
            if (isTelling(masked.substring(wordStart(masked, equals), equals))) {
                int end = equals + 1;
                while (end < masked.length() && "&;, ".indexOf(masked.charAt(end)) < 0) {
                    end++;
                }
                masked = masked.substring(0, equals + 1) + MASK + masked.substring(end);
            }
        }
        return masked;
    }

    /** Where the word that ends before {@code end} starts. */
    private static int wordStart(String text, int end) {
        int start = end;
        while (start > 0 && "&;,?/ ".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        return start;
    }

    /** Blots out {@code user:password@} of every URL in the text. */
    public static String maskUserInfo(String text) {
        int scheme = text.indexOf("://");
        if (scheme < 0) {
            return text;
        }
        int start = scheme + 3;
        int end = start;
        int at = -1;
        while (end < text.length() && "/?# ,\"'".indexOf(text.charAt(end)) < 0) {
            if (text.charAt(end) == '@') {
                at = end;
            }
            end++;
        }
        String rest = maskUserInfo(text.substring(at < 0 ? start : at));
        return text.substring(0, start) + (at < 0 ? rest : MASK + rest);
    }
}
