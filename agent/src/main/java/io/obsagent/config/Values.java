package io.obsagent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The text forms of values. Every method answers a bad text with the one value no good text has: -1 or null. */
final class Values {
    private static final String[] UNITS = {"ms", "s", "m", "h", "d"};
    private static final long[] UNIT_MILLIS = {1, 1_000, 60_000, 3_600_000, 86_400_000};

    private Values() {}

    static long wholeNumber(String text) {
        try {
            long number = Long.parseLong(text);
            return number < 0 ? -1 : number;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    static double ratio(String text) {
        try {
            double number = Double.parseDouble(text);
            return number >= 0 && number <= 1 ? number : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    static long millis(String text) {
        for (int i = 0; i < UNITS.length; i++) {
            if (text.endsWith(UNITS[i])) {
                long amount = wholeNumber(text.substring(0, text.length() - UNITS[i].length()).trim());
                return amount < 0 || amount > Long.MAX_VALUE / UNIT_MILLIS[i] ? -1 : amount * UNIT_MILLIS[i];
            }
        }
        return wholeNumber(text);
    }

    static List<String> list(String text) {
        if (text == null) {
            return Collections.emptyList();
        }
        List<String> items = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            String item = text.substring(start, end).trim();
            if (!item.isEmpty()) {
                items.add(item);
            }
            start = end + 1;
        }
        return Collections.unmodifiableList(items);
    }

    static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String item : list(text)) {
            int equals = item.indexOf('=');
            String name = equals < 0 ? "" : item.substring(0, equals).trim();
            String value = PercentEncoding.decode(item.substring(equals + 1).trim());
            if (name.isEmpty() || value == null) {
                return null;
            }
            pairs.put(name, value);
        }
        return Collections.unmodifiableMap(pairs);
    }
}
