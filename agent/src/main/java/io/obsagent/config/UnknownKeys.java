package io.obsagent.config;

import java.util.ArrayList;
import java.util.List;

/** Tells a misspelt key of ours from a known one, and which known one was meant. */
final class UnknownKeys {
    /** More wrong letters than this and the guess would be noise. */
    private static final int FARTHEST_GUESS = 4;

    private final List<String> known = new ArrayList<>();
    private final List<Key> table;

    UnknownKeys(List<Key> table) {
        this.table = table;
        for (Key key : table) {
            if (key.name().startsWith("obs.")) {
                known.add(SettingSources.normalise(key.name()));
            }
        }
    }

    boolean isKnown(String name) {
        for (String pattern : known) {
            int open = pattern.indexOf('<');
            if (open < 0 ? name.equals(pattern) : fills(name, pattern.substring(0, open), pattern.substring(pattern.indexOf('>') + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean fills(String name, String before, String after) {
        return name.length() > before.length() + after.length() && name.startsWith(before) && name.endsWith(after);
    }

    /** Ready to be appended to a line: empty when nothing is close. */
    String suggestion(String name) {
        String closest = null;
        int least = FARTHEST_GUESS + 1;
        for (Key key : table) {
            int distance = distance(name, SettingSources.normalise(key.name()));
            if (distance < least) {
                least = distance;
                closest = key.name();
            }
        }
        return closest == null ? "" : " (did you mean " + closest + "?)";
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
