package io.obsagent.instrumentation.jdbc;

/**
 * The sanitised text as it grows, token by token. Collapses white space, lists of values behind {@code IN}, and
 * groups in parentheses that repeat the one before ({@code VALUES (?, ?), (?, ?)}), so that its length and its
 * cardinality do not depend on how many values a statement carries.
 */
final class SqlText {
    /** Longer texts end at the token that would pass this; enough for about 150 lines of SQL. */
    static final int MAX_LENGTH = 8192;

    private static final int MAX_DEPTH = 32;

    private final StringBuilder out;
    private boolean space;
    private boolean full;
    private boolean afterOperand;
    private boolean afterIn;
    private char heldSign;
    private boolean spaceBeforeSign;

    private int depth;
    /** Per depth: where the open group starts, and the group closed last at this depth. */
    private final int[] groupStart = new int[MAX_DEPTH];
    private final int[] siblingStart = new int[MAX_DEPTH];
    private final int[] siblingEnd = new int[MAX_DEPTH];

    /** The depth of the list of values being collapsed, 0 if none. */
    private int listDepth;
    private int listItems;
    private boolean heldComma;

    SqlText(int expectedLength) {
        out = new StringBuilder(Math.min(expectedLength, MAX_LENGTH));
    }

    void space() {
        space = true;
    }

    /** Whether the last token was a value, a name or the end of a group: a sign behind it is an operator. */
    boolean afterOperand() {
        return afterOperand;
    }

    /** A keyword (not null) or a name. */
    void word(String sql, int start, int end, SqlKeyword keyword) {
        leaveList();
        emit(sql, start, end);
        afterOperand = keyword == null || keyword.mayBeColumn();
        afterIn = keyword == SqlKeyword.IN;
    }

    /** A literal: its sign goes with it. */
    void value() {
        if (heldSign != 0) {
            heldSign = 0;
            space = spaceBeforeSign;
        }
        if (!swallowedByList()) {
            emit("?", 0, 1);
        }
        afterOperand = true;
        afterIn = false;
    }

    /** A placeholder of the application, kept as written. */
    void parameter(String sql, int start, int end) {
        if (heldSign != 0 || !swallowedByList()) {
            leaveListForSign();
            emit(sql, start, end);
        }
        afterOperand = true;
        afterIn = false;
    }

    void symbol(char c) {
        if ((c == '-' || c == '+') && !afterOperand) {
            flushSign();
            heldSign = c;
            spaceBeforeSign = space;
            space = false;
            return;
        }
        leaveList();
        emit(c);
        afterOperand = c == ']' || c == '}';
        afterIn = false;
    }

    void comma() {
        if (listDepth != 0 && listDepth == depth && listItems > 0 && !heldComma && heldSign == 0) {
            heldComma = true;
        } else {
            leaveList();
            emit(',');
        }
        afterOperand = false;
        afterIn = false;
    }

    void open() {
        leaveList();
        emit('(');
        depth++;
        if (depth < MAX_DEPTH) {
            groupStart[depth] = out.length() - 1;
            if (depth + 1 < MAX_DEPTH) {
                siblingEnd[depth + 1] = 0;
            }
            if (afterIn) {
                listDepth = depth;
                listItems = 0;
            }
        }
        afterOperand = false;
        afterIn = false;
    }

    void close() {
        if (listDepth != 0 && listDepth == depth && heldSign == 0) {
            listDepth = 0;
            heldComma = false;
            space = false;
        }
        leaveList();
        emit(')');
        if (depth > 0) {
            if (depth < MAX_DEPTH && !full) {
                dropIfRepeated();
            }
            depth--;
        }
        afterOperand = true;
        afterIn = false;
    }

    /** The text; the given original itself if nothing was changed. */
    String result(String sql) {
        flushSign();
        return out.length() == sql.length() && sql.contentEquals(out) ? sql : out.toString();
    }

    private void dropIfRepeated() {
        int start = groupStart[depth];
        int end = out.length();
        int before = siblingStart[depth];
        int beforeEnd = siblingEnd[depth];
        if (beforeEnd > 0 && end - start == beforeEnd - before && onlyCommaBetween(beforeEnd, start)
                && sameText(before, start, end - start)) {
            out.setLength(beforeEnd);
            return;
        }
        siblingStart[depth] = start;
        siblingEnd[depth] = end;
    }

    private boolean onlyCommaBetween(int from, int to) {
        boolean comma = false;
        for (int i = from; i < to; i++) {
            char c = out.charAt(i);
            if (c == ',' && !comma) {
                comma = true;
            } else if (c != ' ') {
                return false;
            }
        }
        return comma;
    }

    private boolean sameText(int one, int other, int length) {
        boolean values = false;
        for (int i = 0; i < length; i++) {
            char c = out.charAt(one + i);
            if (c != out.charAt(other + i)) {
                return false;
            }
            values |= c == '?' || c == ':' || c == '@' || c == '$';
        }
        return values;
    }

    private boolean swallowedByList() {
        if (listDepth == 0 || listDepth != depth) {
            return false;
        }
        if (listItems == 0) {
            listItems = 1;
            return false;
        }
        if (!heldComma) {
            leaveList();
            return false;
        }
        heldComma = false;
        listItems = 2;
        space = false;
        return true;
    }

    /** Something stands in the list that is no plain value: writes what was held back, and collapses no further. */
    private void leaveList() {
        if (listDepth != 0 && listDepth == depth) {
            listDepth = 0;
            boolean spaceBehind = space;
            if (listItems > 1) {
                space = false;
                write(", ?");
            }
            if (heldComma) {
                space = false;
                write(",");
            }
            space = spaceBehind;
            heldComma = false;
        }
        flushSign();
    }

    private void leaveListForSign() {
        if (heldSign != 0) {
            leaveList();
        }
    }

    private void flushSign() {
        if (heldSign != 0) {
            char sign = heldSign;
            heldSign = 0;
            boolean spaceBehind = space;
            space = spaceBeforeSign;
            emit(sign);
            space = spaceBehind;
        }
    }

    private void emit(char c) {
        spaceBefore(1);
        if (!full) {
            out.append(c);
        }
    }

    private void emit(String text, int start, int end) {
        spaceBefore(end - start);
        if (!full) {
            out.append(text, start, end);
        }
    }

    private void write(String text) {
        emit(text, 0, text.length());
    }

    private void spaceBefore(int length) {
        full = full || out.length() + length + 1 > MAX_LENGTH;
        if (space && !full && out.length() > 0) {
            out.append(' ');
        }
        space = false;
    }
}
