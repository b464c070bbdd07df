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

    private final char[] out;
    private int length;
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
    private boolean spaceInList;

    /** A text only ever gets shorter: {@code mostCharacters} is the length of the original. */
    SqlText(int mostCharacters) {
        out = new char[Math.min(mostCharacters, MAX_LENGTH)];
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
            emit('?');
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
            groupStart[depth] = length - 1;
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
        String text = new String(out, 0, length);
        return text.equals(sql) ? sql : text;
    }

    private void dropIfRepeated() {
        int start = groupStart[depth];
        int end = length;
        int before = siblingStart[depth];
        int beforeEnd = siblingEnd[depth];
        if (beforeEnd > 0 && end - start == beforeEnd - before && onlyCommaBetween(beforeEnd, start)
                && sameText(before, start, end - start)) {
            length = beforeEnd;
            return;
        }
        siblingStart[depth] = start;
        siblingEnd[depth] = end;
    }

    private boolean onlyCommaBetween(int from, int to) {
        boolean comma = false;
        for (int i = from; i < to; i++) {
            char c = out[i];
            if (c == ',' && !comma) {
                comma = true;
            } else if (c != ' ') {
                return false;
            }
        }
        return comma;
    }

    private boolean sameText(int one, int other, int count) {
        boolean values = false;
        for (int i = 0; i < count; i++) {
            char c = out[one + i];
            if (c != out[other + i]) {
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
        spaceInList = space;
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
                emit(',');
                space = spaceInList;
                emit('?');
            }
            if (heldComma) {
                space = false;
                emit(',');
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
        if (makeRoom(1)) {
            out[length++] = c;
        }
    }

    private void emit(String text, int start, int end) {
        if (makeRoom(end - start)) {
            text.getChars(start, end, out, length);
            length += end - start;
        }
    }

    /** Writes the space in front of a token, if it is due; false when the token does not fit any more. */
    private boolean makeRoom(int count) {
        boolean due = space && length > 0;
        space = false;
        full = full || length + count + (due ? 1 : 0) > out.length;
        if (due && !full) {
            out[length++] = ' ';
        }
        return !full;
    }
}
