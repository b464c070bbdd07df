package io.obsagent.instrumentation.jdbc;

/**
 * Where the quoted things and comments of a text end, by the rules of its dialect. {@link #NOWHERE} says that
 * everything behind must stay hidden: the thing is not closed, or whether it is depends on what cannot be known.
 */
final class SqlLexis {
    static final int NOWHERE = -1;

    private final String sql;
    private final int end;
    private final SqlDialect dialect;

    SqlLexis(String sql, int end, SqlDialect dialect) {
        this.sql = sql;
        this.end = end;
        this.dialect = dialect;
    }

    /** The character at an index, or 0 behind the end. */
    char at(int index) {
        return index < end ? sql.charAt(index) : 0;
    }

    /** What a backslash means in a string without prefix: one of the dialect's two traits, or 0 for nothing. */
    int backslash() {
        if (dialect.has(SqlDialect.BACKSLASH)) {
            return SqlDialect.BACKSLASH;
        }
        return dialect.has(SqlDialect.MAYBE_BACKSLASH) ? SqlDialect.MAYBE_BACKSLASH : 0;
    }

    /** Behind the string whose opening quote stands at {@code start}. */
    int endOfString(int start, int backslash) {
        char quote = sql.charAt(start);
        boolean triple = dialect.has(SqlDialect.TRIPLE_QUOTE) && at(start + 1) == quote && at(start + 2) == quote;
        return triple ? endOfTripleQuoted(start + 3, quote) : endOfQuoted(start + 1, quote, backslash);
    }

    /** Behind the quoted identifier that opens at {@code start}. */
    int endOfName(int start) {
        char open = sql.charAt(start);
        // In names no product's rule for backslashes is certain enough to read on behind one at the quote.
        return endOfQuoted(start + 1, open == '[' ? ']' : open, backslash() == 0 ? 0 : SqlDialect.MAYBE_BACKSLASH);
    }

    private int endOfQuoted(int start, char close, int backslash) {
        int i = start;
        while (i < end) {
            char c = sql.charAt(i);
            if (c == close) {
                if (at(i + 1) != close) {
                    return i + 1;
                }
                i += 2;
            } else if (c == '\\' && backslash != 0) {
                if (backslash == SqlDialect.MAYBE_BACKSLASH && at(i + 1) == close) {
                    return NOWHERE;
                }
                i += 2;
            } else {
                i++;
            }
        }
        return NOWHERE;
    }

    private int endOfTripleQuoted(int start, char quote) {
        int i = start;
        while (i < end) {
            char c = sql.charAt(i);
            if (c == quote && at(i + 1) == quote && at(i + 2) == quote) {
                return i + 3;
            }
            i += c == '\\' ? 2 : 1;
        }
        return NOWHERE;
    }

    /** Behind Oracle's {@code q'[it's]'}, whose quote stands at {@code quote}. */
    int endOfDelimited(int quote) {
        char open = at(quote + 1);
        int pair = "[{(<".indexOf(open);
        char close = pair >= 0 ? "]})>".charAt(pair) : open;
        for (int i = quote + 2; i < end; i++) {
            if (sql.charAt(i) == close && at(i + 1) == '\'') {
                return i + 2;
            }
        }
        return NOWHERE;
    }

    /** Behind {@code $tag$..$tag$}; {@code start} itself if no such string begins there. */
    int endOfDollarQuoted(int start) {
        int tag = start + 1;
        while (at(tag) != '$' && isNamePart(at(tag))) {
            tag++;
        }
        if (at(tag) != '$') {
            return start;
        }
        int length = tag + 1 - start;
        int close = sql.indexOf(sql.substring(start, tag + 1), tag + 1);
        return close < 0 || close + length > end ? NOWHERE : close + length;
    }

    int endOfLineComment(int start) {
        int i = start;
        while (i < end && sql.charAt(i) != '\n') {
            if (sql.charAt(i) == '\r' && at(i + 1) != '\n') {
                // Products differ on whether this ends the line.
                return NOWHERE;
            }
            i++;
        }
        return i;
    }

    int endOfBlockComment(int start) {
        boolean statement = dialect.has(SqlDialect.EXECUTABLE_COMMENT) && (at(start + 2) == '!' || at(start + 3) == '!');
        int depth = 1;
        for (int i = start + 2; i < end; i++) {
            char c = sql.charAt(i);
            if (c == '*' && at(i + 1) == '/') {
                i++;
                if (--depth == 0) {
                    return i + 1;
                }
            } else if (c == '/' && at(i + 1) == '*') {
                if (statement || dialect.has(SqlDialect.MAYBE_NESTED)) {
                    return NOWHERE;
                }
                if (dialect.has(SqlDialect.NESTED)) {
                    depth++;
                    i++;
                }
            } else if (statement && (c == '\'' || c == '"' || c == '`')) {
                // MySQL runs what is in it, so that a string in it may hold the comment's end.
                return NOWHERE;
            }
        }
        return NOWHERE;
    }

    int endOfWord(int start) {
        int i = start;
        while (isNamePart(at(i))) {
            i++;
        }
        return i;
    }

    boolean isNameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || isForeignLetter(c)
                || c == '#' && dialect.has(SqlDialect.HASH_IDENTIFIER);
    }

    boolean isNamePart(char c) {
        return isNameStart(c) || isDigit(c) || c == '$';
    }

    /** Curly quotes are no letters: someone meant a string. */
    private static boolean isForeignLetter(char c) {
        return c >= 0x80 && !isSpace(c) && !isCurlyQuote(c);
    }

    static boolean isCurlyQuote(char c) {
        return c >= '\u2018' && c <= '\u201f' || c == '\uff02' || c == '\uff07';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isSpace(char c) {
        return c <= ' ' || c >= 0x7f && (Character.isSpaceChar(c) || c == 0x7f || c == 0x85 || c == 0xfeff);
    }
}
