package io.obsagent.instrumentation.jdbc;

/**
 * The names a statement gives to its common table expressions: tables of that statement alone, hence no targets.
 * Remembered as places in the text; a statement with more than fit shows the rest as targets.
 */
final class CteNames {
    private static final int MAX_NAMES = 16;

    private final String sql;
    private int[] places;
    private int count;

    CteNames(String sql) {
        this.sql = sql;
    }

    void add(int start, int end) {
        if (places == null) {
            places = new int[2 * MAX_NAMES];
        }
        if (count < places.length) {
            places[count++] = start;
            places[count++] = end;
        }
    }

    boolean contain(int start, int end) {
        for (int i = 0; i < count; i += 2) {
            int length = places[i + 1] - places[i];
            if (length == end - start && sql.regionMatches(true, start, sql, places[i], length)) {
                return true;
            }
        }
        return false;
    }

    void clear() {
        count = 0;
    }
}
