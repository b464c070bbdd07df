package io.obsagent.instrumentation.jdbc;

/**
 * One pass over an SQL text: tells literals, comments, parameters, names and symbols apart and hands them to
 * {@link SqlText} and {@link SqlSummary}. What is not terminated, or could be read in two ways of which one would
 * show a literal, hides everything behind it.
 */
final class SqlScanner {
  private final String sql;
  private final int end;
  private final SqlDialect dialect;
  private final SqlText text;
  private final SqlSummary summary;
  private int i;
  private SqlKeyword lastWord;
  private boolean afterEscapeString;

  SqlScanner(String sql, int end, SqlDialect dialect, SqlText text, SqlSummary summary) {
    this.sql = sql;
    this.end = end;
    this.dialect = dialect;
    this.text = text;
    this.summary = summary;
  }

  void scan() {
    while (i < end) {
      char c = sql.charAt(i);
      if (isSpace(c)) {
        i++;
        text.space();
      } else if (c == '\'') {
        string(afterEscapeString ? SqlDialect.BACKSLASH : backslash());
      } else {
        afterEscapeString = false;
        token(c);
      }
    }
  }

  private void token(char c) {
    if (isNameStart(c)) {
      word();
      return;
    }
    if (isDigit(c) || c == '.' && isDigit(at(i + 1))) {
      number();
      return;
    }
    switch (c) {
      case '"': doubleQuoted(); break;
      case '`': quotedName('`', false); break;
      case '[': bracket(); break;
      case '?': question(); break;
      case '$': dollar(); break;
      case ':': colon(); break;
      case '@': atSign(); break;
      case '#': hash(); break;
      case '-':
        if (at(i + 1) == '-' && (!dialect.has(SqlDialect.DASHES_NEED_SPACE) || at(i + 2) <= ' ')) {
          lineComment();
        } else {
          symbol(c);
        }
        break;
      case '/':
        if (at(i + 1) == '*') {
          blockComment();
        } else if (at(i + 1) == '/' && dialect.has(SqlDialect.SLASH_COMMENT)) {
          lineComment();
        } else {
          symbol(c);
        }
        break;
      default: symbol(c);
    }
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

  private void value() {
    lastWord = null;
    text.value();
    summary.value();
  }

  private void parameter(int start) {
    lastWord = null;
    text.parameter(sql, start, i);
    summary.symbol();
  }

  private void word() {
    int start = i;
    skipName();
    if (at(i) == '\'' || at(i) == '&' && at(i + 1) == '\'') {
      if (prefixedString(start)) {
        return;
      }
    }
    boolean single = !skipQualifiers();
    SqlKeyword keyword = single ? SqlKeyword.at(sql, start, i) : null;
    if (keyword == SqlKeyword.BY && lastWord == SqlKeyword.IDENTIFIED) {
      // Oracle writes passwords as bare words, the old one too: IDENTIFIED BY tiger REPLACE lion.
      text.word(sql, start, i, keyword);
      text.space();
      value();
      i = end;
      return;
    }
    boolean truth = keyword == SqlKeyword.TRUE || keyword == SqlKeyword.FALSE;
    if (truth && lastWord != SqlKeyword.IS && lastWord != SqlKeyword.NOT) {
      value();
      return;
    }
    name(start, keyword);
  }

  private void name(int start, SqlKeyword keyword) {
    text.word(sql, start, i, keyword);
    summary.word(keyword, start, i, summary.expectsName() && parenthesisFollows());
    lastWord = keyword;
  }

  private boolean parenthesisFollows() {
    int next = i;
    while (next < end && isSpace(sql.charAt(next))) {
      next++;
    }
    return at(next) == '(';
  }

  private void skipName() {
    while (i < end && isNamePart(sql.charAt(i))) {
      i++;
    }
  }

  /** Reads on over {@code .name."name".[name]}; returns whether there was anything. */
  private boolean skipQualifiers() {
    int start = i;
    while (at(i) == '.') {
      int dot = i;
      while (at(i) == '.') {
        i++;
      }
      if (!skipQualifier(at(i))) {
        i = dot;
        break;
      }
    }
    return i > start;
  }

  private boolean skipQualifier(char c) {
    if (isNameStart(c)) {
      skipName();
      return true;
    }
    boolean quoted = c == '`' || c == '"' && !dialect.has(SqlDialect.DOUBLE_QUOTED_STRING)
        || c == '[' && dialect.has(SqlDialect.BRACKETS);
    return quoted && skipQuoted(c == '[' ? ']' : c, backslashInName());
  }

  /** {@code N'x'}, {@code X'1F'}, {@code E'\n'}, {@code U&'x'}, {@code q'[x]'}, {@code _utf8'x'}: one literal. */
  private boolean prefixedString(int start) {
    int length = i - start;
    char first = (char) (sql.charAt(start) | 0x20);
    boolean ampersand = at(i) == '&';
    if (ampersand) {
      if (length != 1 || first != 'u') {
        return false;
      }
      i++;
      string(backslash());
      return true;
    }
    boolean q = first == 'q' && length == 1 || first == 'n' && length == 2 && (at(start + 1) | 0x20) == 'q';
    if (q && dialect.has(SqlDialect.Q_QUOTE)) {
      quoteWithDelimiter();
      return true;
    }
    if (length == 1 && first == 'e') {
      string(dialect.has(SqlDialect.E_STRING) ? SqlDialect.BACKSLASH : SqlDialect.MAYBE_BACKSLASH);
      afterEscapeString = true;
      return true;
    }
    boolean prefix = length == 1 && (first == 'n' || first == 'x' || first == 'b' || first == 'r')
        || length == 2 && (first == 'r' || first == 'b') || sql.charAt(start) == '_';
    if (prefix) {
      string(backslash());
    }
    return prefix;
  }

  private int backslash() {
    if (dialect.has(SqlDialect.BACKSLASH)) {
      return SqlDialect.BACKSLASH;
    }
    return dialect.has(SqlDialect.MAYBE_BACKSLASH) ? SqlDialect.MAYBE_BACKSLASH : 0;
  }

  private void string(int backslash) {
    char quote = sql.charAt(i);
    if (dialect.has(SqlDialect.TRIPLE_QUOTE) && at(i + 1) == quote && at(i + 2) == quote) {
      skipTripleQuoted(quote);
    } else {
      skipQuoted(quote, backslash);
    }
    value();
  }

  /** From the opening quote to behind the closing one, a doubled quote being a part of it; false if none closes. */
  private boolean skipQuoted(char close, int backslash) {
    i++;
    while (i < end) {
      char c = sql.charAt(i);
      if (c == close) {
        if (at(i + 1) != close) {
          i++;
          return true;
        }
        i += 2;
      } else if (c == '\\' && backslash != 0) {
        if (backslash == SqlDialect.MAYBE_BACKSLASH && at(i + 1) == close) {
          break;
        }
        i += 2;
      } else {
        i++;
      }
    }
    i = end;
    return false;
  }

  private void skipTripleQuoted(char quote) {
    i += 3;
    while (i < end) {
      char c = sql.charAt(i);
      if (c == quote && at(i + 1) == quote && at(i + 2) == quote) {
        i += 3;
        return;
      }
      i += c == '\\' ? 2 : 1;
    }
    i = end;
  }

  private void quoteWithDelimiter() {
    char open = at(i + 1);
    int pair = "[{(<".indexOf(open);
    char close = pair >= 0 ? "]})>".charAt(pair) : open;
    i += 2;
    while (i < end && !(sql.charAt(i) == close && at(i + 1) == '\'')) {
      i++;
    }
    i = Math.min(end, i + 2);
    value();
  }

  private void doubleQuoted() {
    if (dialect.has(SqlDialect.DOUBLE_QUOTED_STRING)) {
      string(backslash());
    } else {
      quotedName('"', dialect.has(SqlDialect.MAYBE_DOUBLE_QUOTED_STRING));
    }
  }

  private void bracket() {
    if (dialect.has(SqlDialect.BRACKETS)) {
      quotedName(']', false);
    } else {
      symbol('[');
    }
  }

  private void quotedName(char close, boolean maybeString) {
    int start = i;
    boolean closed = skipQuoted(close, backslashInName());
    if (!closed || maybeString && at(i) != '.' && !summary.expectsName()) {
      value();
    } else {
      skipQualifiers();
      name(start, null);
    }
  }

  /** No product's rule is certain enough to read on behind a backslash at the quote. */
  private int backslashInName() {
    return backslash() == 0 ? 0 : SqlDialect.MAYBE_BACKSLASH;
  }

  private void number() {
    boolean hex = sql.charAt(i) == '0' && (at(i + 1) | 0x20) == 'x';
    skipNumber(hex);
    value();
  }

  private void skipNumber(boolean hex) {
    while (i < end) {
      char c = sql.charAt(i);
      boolean exponent = !hex && (c == '+' || c == '-') && (sql.charAt(i - 1) | 0x20) == 'e' && isDigit(at(i + 1));
      if (!isNamePart(c) && c != '.' && !exponent) {
        return;
      }
      i++;
    }
  }

  private void question() {
    int start = i++;
    while (isDigit(at(i))) {
      i++;
    }
    parameter(start);
  }

  private void dollar() {
    int start = i;
    if (isDigit(at(i + 1)) || dialect.has(SqlDialect.MONEY) && at(i + 1) == '.') {
      i++;
      boolean positional = !dialect.has(SqlDialect.MONEY);
      while (isDigit(at(i))) {
        i++;
      }
      if (positional && !isNamePart(at(i)) && !(at(i) == '.' && isDigit(at(i + 1)))) {
        parameter(start);
      } else {
        skipNumber(false);
        value();
      }
      return;
    }
    if (dialect.has(SqlDialect.DOLLAR_QUOTE)) {
      int tag = i + 1;
      while (tag < end && sql.charAt(tag) != '$' && isNamePart(sql.charAt(tag))) {
        tag++;
      }
      if (at(tag) == '$') {
        int close = sql.indexOf(sql.substring(i, tag + 1), tag + 1);
        i = close < 0 ? end : Math.min(end, close + tag + 1 - start);
        value();
        return;
      }
    }
    symbol('$');
  }

  private void colon() {
    int start = i;
    char next = at(i + 1);
    if (next == ':') {
      symbol(':');
      symbol(':');
    } else if (isNameStart(next) || isDigit(next) && !isOperandEnd(start == 0 ? ' ' : sql.charAt(start - 1))) {
      i++;
      skipName();
      parameter(start);
    } else {
      symbol(':');
    }
  }

  /** In {@code list[1:2]} the colon is between two numbers; in {@code = :1} it begins a parameter. */
  private static boolean isOperandEnd(char c) {
    return isNamePartOfAny(c) || c == ')' || c == ']' || c == '?' || c == '"' || c == '\'';
  }

  private void atSign() {
    int start = i++;
    while (at(i) == '@') {
      i++;
    }
    if (isNameStart(at(i))) {
      skipName();
      parameter(start);
    } else {
      i = start;
      symbol('@');
    }
  }

  private void hash() {
    if (dialect.has(SqlDialect.HASH_COMMENT)) {
      lineComment();
    } else if (dialect.has(SqlDialect.MAYBE_HASH_COMMENT)) {
      i = end;
    } else {
      symbol('#');
    }
  }

  private void lineComment() {
    text.space();
    while (i < end && sql.charAt(i) != '\n') {
      if (sql.charAt(i) == '\r' && at(i + 1) != '\n') {
        // Products differ on whether this ends the line: what follows may be inside or outside of the comment.
        i = end;
        return;
      }
      i++;
    }
  }

  private void blockComment() {
    text.space();
    boolean nested = dialect.has(SqlDialect.NESTED);
    boolean unsure = dialect.has(SqlDialect.MAYBE_NESTED);
    int depth = 0;
    while (i < end) {
      char c = sql.charAt(i);
      if (c == '/' && at(i + 1) == '*' && (nested || unsure || depth == 0)) {
        if (depth == 1 && unsure) {
          break;
        }
        depth++;
        i += 2;
      } else if (c == '*' && at(i + 1) == '/') {
        i += 2;
        if (--depth == 0) {
          return;
        }
      } else {
        i++;
      }
    }
    i = end;
  }

  private char at(int index) {
    return index < end ? sql.charAt(index) : 0;
  }

  private boolean isNameStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80 && !isSpace(c)
        || c == '#' && dialect.has(SqlDialect.HASH_IDENTIFIER);
  }

  private boolean isNamePart(char c) {
    return isNamePartOfAny(c) || c == '#' && dialect.has(SqlDialect.HASH_IDENTIFIER);
  }

  private static boolean isNamePartOfAny(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$' || isDigit(c)
        || c >= 0x80 && !isSpace(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || c >= 0x80 && (Character.isSpaceChar(c) || c == 0x85 || c == 0xfeff);
  }
}
