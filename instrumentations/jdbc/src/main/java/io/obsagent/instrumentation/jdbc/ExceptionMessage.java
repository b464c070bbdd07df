package io.obsagent.instrumentation.jdbc;

/**
 * Takes the data out of a database's error message. Servers quote the offending value, some without escaping it, and
 * some drivers append the statement; so everything between the first quote or parenthesis and the last one becomes
 * one {@code ?}, as does each number and mail address, and what follows words like {@code SQL statement:} is dropped.
 * The code of the error is reported elsewhere and does not need the message.
 */
final class ExceptionMessage {
    /** What stands behind this many characters is neither read nor shown. */
    static final int MAX_LENGTH = 2048;

    /** Behind these words some product shows a value or the whole statement without quotes. */
    private static final String[] DATA_FOLLOWS = {
        "sql statement:", "sql =", "sql:", "originalsql", "query:", "statement:", "value:", "values:", "value is",
        "sqlerrmc"
    };

    /** In front of a double-quoted name whose place no value can take: PostgreSQL's most useful messages. */
    private static final String[] NAME_FOLLOWS = {"constraint ", "relation ", "table ", "index "};

    private final String message;
    private final int end;
    private final StringBuilder out;
    private int i;

    private ExceptionMessage(String message) {
        this.message = message;
        this.end = Math.min(message.length(), MAX_LENGTH);
        this.out = new StringBuilder(Math.min(end, 256));
    }

    /** The message without data, or null for null. Never throws; thread-safe. */
    static String sanitize(String message) {
        return message == null || message.isEmpty() ? message : new ExceptionMessage(message).sanitized();
    }

    private String sanitized() {
        skipConnectionPrefix();
        int last = lastQuote();
        while (i < end) {
            char c = message.charAt(i);
            if (isQuote(i)) {
                quoted(last);
            } else if (isWordPart(c) && (i == 0 || !isWordPart(message.charAt(i - 1)))) {
                word();
            } else {
                out.append(c);
                i++;
            }
        }
        return out.toString();
    }

    /** MariaDB begins with {@code (conn=12)}, which opens nothing that is closed far behind. */
    private void skipConnectionPrefix() {
        if (!message.startsWith("(conn=")) {
            return;
        }
        int close = 6;
        while (close < end && Character.isDigit(message.charAt(close))) {
            close++;
        }
        if (close < end && message.charAt(close) == ')') {
            out.append("(conn=?)");
            i = close + 1;
        }
    }

    /** Where the last quote or parenthesis stands; the very end if the message is cut before it may have come. */
    private int lastQuote() {
        int last = end - 1;
        while (last > i && !isQuote(last)) {
            last--;
        }
        return message.length() > end || message.charAt(last) == '(' ? end : last;
    }

    private void quoted(int last) {
        int name = message.charAt(i) == '"' ? endOfName() : -1;
        if (name > 0) {
            out.append(message, i, name);
            i = name;
        } else {
            out.append('?');
            i = last > i ? last + 1 : end;
        }
    }

    private int endOfName() {
        boolean named = false;
        for (String word : NAME_FOLLOWS) {
            named |= i >= word.length() && message.regionMatches(true, i - word.length(), word, 0, word.length());
        }
        int close = i + 1;
        while (named && close < end && (isWordPart(message.charAt(close)) || message.charAt(close) == '.')) {
            close++;
        }
        return named && close < end && message.charAt(close) == '"' ? close + 1 : -1;
    }

    private void word() {
        for (String marker : DATA_FOLLOWS) {
            if (message.regionMatches(true, i, marker, 0, marker.length())) {
                out.append(message, i, i + marker.length()).append(" ?");
                i = end;
                return;
            }
        }
        int start = i;
        boolean mail = false;
        while (i < end && (isWordPart(message.charAt(i)) || joinsWord(i))) {
            mail |= message.charAt(i) == '@';
            i++;
        }
        // A code such as ORA-00001 begins with a letter.
        if (mail || Character.isDigit(message.charAt(start))) {
            out.append('?');
        } else {
            out.append(message, start, i);
        }
    }

    private boolean joinsWord(int at) {
        return ".,-:@+".indexOf(message.charAt(at)) >= 0 && at + 1 < end && isWordPart(message.charAt(at + 1));
    }

    private boolean isQuote(int at) {
        switch (message.charAt(at)) {
            case '"': case '`': case '(': case ')': case '\u2018': case '\u2019': case '\u201c': case '\u201d':
            case '\u00ab': case '\u00bb':
                return true;
            case '\'':
                return !isContraction(at);
            default:
                return false;
        }
    }

    /** The apostrophe of doesn't. */
    private boolean isContraction(int at) {
        return at > 0 && message.charAt(at - 1) == 'n' && at + 1 < message.length() && message.charAt(at + 1) == 't'
                && (at + 2 == message.length() || !isWordPart(message.charAt(at + 2)));
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
