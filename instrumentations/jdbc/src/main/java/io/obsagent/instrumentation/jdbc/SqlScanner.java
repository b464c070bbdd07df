package io.obsagent.instrumentation.jdbc;

/**
 * One pass over an SQL text: tells literals, comments, parameters, names and symbols apart and hands them to
 * {@link SqlText} and {@link SqlSummary}. Where {@link SqlLexis} cannot tell the end of something, the pass is over.
 */
final class SqlScanner {
    private final String sql;
    private final int end;
    private final SqlDialect dialect;
    private final SqlLexis lexis;
    private final SqlText text;
    private final SqlSummary summary;
    private int i;
    private SqlKeyword lastWord;
    /** PostgreSQL reads a string in the line behind {@code E'..'} as its continuation, escapes included. */
    private boolean escapesContinue;

    SqlScanner(String sql, int end, SqlDialect dialect, SqlText text, SqlSummary summary) {
        this.sql = sql;
        this.end = end;
        this.dialect = dialect;
        this.lexis = new SqlLexis(sql, end, dialect);
        this.text = text;
        this.summary = summary;
    }

    void scan() {
        while (i < end) {
            char c = sql.charAt(i);
            if (SqlLexis.isSpace(c)) {
                i++;
                text.space();
            } else if (c == '\'') {
                literal(lexis.endOfString(i, escapesContinue ? SqlDialect.BACKSLASH : lexis.backslash()));
            } else {
                escapesContinue = false;
                token(c);
            }
        }
    }

    private void token(char c) {
        char next = lexis.at(i + 1);
        if (lexis.isNameStart(c)) {
            word();
        } else if (SqlLexis.isDigit(c) || c == '.' && SqlLexis.isDigit(next)) {
            number();
        } else if (SqlLexis.isCurlyQuote(c)) {
            literal(SqlLexis.NOWHERE);
        } else if (!comment(c, next)) {
            switch (c) {
                case '"': doubleQuoted(); break;
                case '`': quotedName(false); break;
                case '[': bracket(); break;
                case '?': question(); break;
                case '$': dollar(next); break;
                case ':': colon(next); break;
                case '@': atSign(); break;
                default: symbol(c);
            }
        }
    }

    private boolean comment(char c, char next) {
        if (c == '/' && next == '*') {
            skipTo(lexis.endOfBlockComment(i));
        } else if (c == '#' && dialect.has(SqlDialect.MAYBE_HASH_COMMENT)) {
            i = end;
        } else if (c == '-' && next == '-' && (!dialect.has(SqlDialect.DASHES_NEED_SPACE) || lexis.at(i + 2) <= ' ')
                || c == '#' && dialect.has(SqlDialect.HASH_COMMENT)
                || c == '/' && next == '/' && dialect.has(SqlDialect.SLASH_COMMENT)) {
            skipTo(lexis.endOfLineComment(i));
        } else {
            return false;
        }
        text.space();
        return true;
    }

    private void skipTo(int index) {
        i = index == SqlLexis.NOWHERE ? end : index;
    }

    private void literal(int endOfIt) {
        skipTo(endOfIt);
        lastWord = null;
        text.value();
        summary.value();
    }

    private void parameter(int endOfIt) {
        text.parameter(sql, i, endOfIt);
        summary.symbol();
        lastWord = null;
        i = endOfIt;
    }

    private void symbol(char c) {
        i++;
        lastWord = null;
        switch (c) {
            case '(':
                text.open();
                summary.open();
                break;
            case ')':
                text.close();
                summary.close();
                break;
            case ',':
                text.comma();
                summary.comma();
                break;
            case ';':
                text.symbol(c);
                summary.endOfStatement();
                break;
            default:
                text.symbol(c);
                summary.symbol();
        }
    }

    private void word() {
        int start = i;
        i = lexis.endOfWord(i);
        if (prefixedString(start, i - start)) {
            return;
        }
        int endOfFirst = i;
        skipQualifiers();
        SqlKeyword keyword = i == endOfFirst ? SqlKeyword.at(sql, start, i) : null;
        if (keyword == SqlKeyword.BY && lastWord == SqlKeyword.IDENTIFIED) {
            // Oracle writes passwords as bare words, the old one too: IDENTIFIED BY tiger REPLACE lion.
            text.word(sql, start, i, keyword);
            text.space();
            literal(SqlLexis.NOWHERE);
        } else if (isTruth(keyword)) {
            literal(i);
        } else {
            name(start, keyword);
        }
    }

    private boolean isTruth(SqlKeyword keyword) {
        return (keyword == SqlKeyword.TRUE || keyword == SqlKeyword.FALSE)
                && lastWord != SqlKeyword.IS && lastWord != SqlKeyword.NOT;
    }

    /** {@code N'x'}, {@code X'1F'}, {@code E'\n'}, {@code U&'x'}, {@code q'[x]'}, {@code _utf8'x'}: one literal. */
    private boolean prefixedString(int start, int length) {
        char first = (char) (sql.charAt(start) | 0x20);
        char second = length < 2 ? 0 : (char) (sql.charAt(start + 1) | 0x20);
        if (lexis.at(i) == '&' && lexis.at(i + 1) == '\'' && length == 1 && first == 'u') {
            literal(lexis.endOfString(i + 1, lexis.backslash()));
            return true;
        }
        boolean charset = sql.charAt(start) == '_';
        if (lexis.at(i) != '\'' || length > 2 && !charset) {
            return false;
        }
        if (dialect.has(SqlDialect.Q_QUOTE) && (first == 'q' && length == 1 || first == 'n' && second == 'q')) {
            literal(lexis.endOfDelimited(i));
        } else if (first == 'e' && length == 1) {
            boolean sure = dialect.has(SqlDialect.E_STRING);
            literal(lexis.endOfString(i, sure ? SqlDialect.BACKSLASH : SqlDialect.MAYBE_BACKSLASH));
            escapesContinue = true;
        } else if (!charset && (first == 'r' || second == 'r')) {
            // A raw string: whether a backslash keeps the quote behind it from closing differs.
            literal(lexis.endOfString(i, SqlDialect.MAYBE_BACKSLASH));
        } else if (charset || length == 1 && (first == 'n' || first == 'x' || first == 'b')) {
            literal(lexis.endOfString(i, lexis.backslash()));
        } else {
            return false;
        }
        return true;
    }

    private void doubleQuoted() {
        if (dialect.has(SqlDialect.DOUBLE_QUOTED_STRING)) {
            literal(lexis.endOfString(i, lexis.backslash()));
        } else {
            quotedName(dialect.has(SqlDialect.MAYBE_DOUBLE_QUOTED_STRING));
        }
    }

    private void bracket() {
        if (dialect.has(SqlDialect.BRACKETS)) {
            quotedName(false);
        } else {
            symbol('[');
        }
    }

    private void quotedName(boolean maybeString) {
        int start = i;
        int close = lexis.endOfName(i);
        if (close == SqlLexis.NOWHERE || maybeString && lexis.at(close) != '.' && !summary.expectsName()) {
            literal(close);
        } else {
            i = close;
            skipQualifiers();
            name(start, null);
        }
    }

    /** Reads on over {@code .name."name".[name]}, and the {@code ..} of SQL Server. */
    private void skipQualifiers() {
        while (lexis.at(i) == '.') {
            int next = i + 1;
            while (lexis.at(next) == '.') {
                next++;
            }
            char c = lexis.at(next);
            boolean quoted = c == '`' || c == '"' && !dialect.has(SqlDialect.DOUBLE_QUOTED_STRING)
                    || c == '[' && dialect.has(SqlDialect.BRACKETS);
            int close = quoted ? lexis.endOfName(next) : lexis.isNameStart(c) ? lexis.endOfWord(next) : SqlLexis.NOWHERE;
            if (close == SqlLexis.NOWHERE) {
                return;
            }
            i = close;
        }
    }

    private void name(int start, SqlKeyword keyword) {
        if (keyword == null && dialect.has(SqlDialect.BARE_ARGUMENTS) && summary.inArguments()) {
            literal(i);
            return;
        }
        text.word(sql, start, i, keyword);
        boolean mayBeCall = summary.expectsName() || keyword == SqlKeyword.INSERT;
        summary.word(keyword, start, i, mayBeCall && parenthesisFollows());
        lastWord = keyword;
    }

    private boolean parenthesisFollows() {
        int next = i;
        while (next < end && SqlLexis.isSpace(sql.charAt(next))) {
            next++;
        }
        return lexis.at(next) == '(';
    }

    private void number() {
        boolean hex = sql.charAt(i) == '0' && (lexis.at(i + 1) | 0x20) == 'x';
        int next = i;
        while (lexis.isNamePart(lexis.at(next)) || lexis.at(next) == '.' || !hex && isExponentSign(next)) {
            next++;
        }
        literal(next);
    }

    private boolean isExponentSign(int index) {
        char c = lexis.at(index);
        return (c == '+' || c == '-') && index > i && (sql.charAt(index - 1) | 0x20) == 'e'
                && SqlLexis.isDigit(lexis.at(index + 1));
    }

    private int endOfDigits(int start) {
        int next = start;
        while (SqlLexis.isDigit(lexis.at(next))) {
            next++;
        }
        return next;
    }

    private void question() {
        parameter(endOfDigits(i + 1));
    }

    /** {@code $1} is a parameter or an amount of money, {@code $$..$$} a string. */
    private void dollar(char next) {
        int digits = endOfDigits(i + 1);
        char behind = lexis.at(digits);
        boolean money = dialect.has(SqlDialect.MONEY);
        if (digits > i + 1 && !money && behind != '.' && !lexis.isNamePart(behind)) {
            parameter(digits);
            return;
        }
        if (digits > i + 1 || money && next == '.') {
            i++;
            number();
            return;
        }
        int close = dialect.has(SqlDialect.DOLLAR_QUOTE) ? lexis.endOfDollarQuoted(i) : i;
        if (close == i) {
            symbol('$');
        } else {
            literal(close);
        }
    }

    /** In {@code list[1:2]} the colon is between two numbers; in {@code = :1} it begins a parameter. */
    private void colon(char next) {
        if (next == ':') {
            symbol(':');
            symbol(':');
        } else if (lexis.isNameStart(next) || SqlLexis.isDigit(next) && !text.afterOperand()) {
            parameter(lexis.endOfWord(i + 1));
        } else {
            symbol(':');
        }
    }

    private void atSign() {
        int name = i + 1;
        while (lexis.at(name) == '@') {
            name++;
        }
        if (lexis.isNameStart(lexis.at(name))) {
            parameter(lexis.endOfWord(name));
        } else {
            symbol('@');
        }
    }
}
