package io.obsagent.instrumentation.jdbc;

/**
 * The words of SQL that decide what a statement does and to which tables. Looked up in place, without a substring
 * of the statement being made.
 */
enum SqlKeyword {
    SELECT, INSERT, UPDATE, DELETE, MERGE, REPLACE, UPSERT, VALUES, WITH, RECURSIVE,
    FROM, JOIN, STRAIGHT_JOIN, APPLY, INTO, USING, ON, SET, AS,
    WHERE(Role.CLAUSE), GROUP(Role.CLAUSE), ORDER(Role.CLAUSE), HAVING(Role.CLAUSE), LIMIT(Role.CLAUSE),
    OFFSET(Role.CLAUSE), UNION(Role.CLAUSE), INTERSECT(Role.CLAUSE), EXCEPT(Role.CLAUSE), MINUS(Role.CLAUSE),
    WINDOW(Role.CLAUSE), QUALIFY(Role.CLAUSE), RETURNING(Role.CLAUSE), CONNECT(Role.CLAUSE),
    // In front of a name.
    ONLY(Role.MODIFIER), LATERAL(Role.MODIFIER), OVERWRITE(Role.MODIFIER), IGNORE(Role.MODIFIER),
    LOW_PRIORITY(Role.MODIFIER), HIGH_PRIORITY(Role.MODIFIER), DELAYED(Role.MODIFIER), QUICK(Role.MODIFIER),
    ALL(Role.MODIFIER), FIRST(Role.MODIFIER), OR(Role.MODIFIER), ABORT(Role.MODIFIER), FAIL(Role.MODIFIER),
    IF(Role.MODIFIER), NOT(Role.MODIFIER), EXISTS(Role.MODIFIER), CONCURRENTLY(Role.MODIFIER), BODY(Role.MODIFIER),
    // Never an operand, so that a sign behind it belongs to the number that follows.
    AND, IS, IN, LIKE, BETWEEN, THEN, ELSE, CASE, BY, DISTINCT, RETURN, DEFAULT, KEY, DO, FOR, WHEN,
    IDENTIFIED, IMMEDIATE, OUT, OUTPUT, TRUE, FALSE,
    CALL(Role.CALL), EXEC(Role.CALL), EXECUTE(Role.CALL),
    EXPLAIN(Role.OPEN), BEGIN(Role.OPEN), DECLARE(Role.OPEN),
    USE(Role.ON_NAME), COPY(Role.ON_NAME),
    CREATE(Role.ON_OBJECT), ALTER(Role.ON_OBJECT), DROP(Role.ON_OBJECT), TRUNCATE(Role.ON_OBJECT),
    RENAME(Role.ON_OBJECT), COMMENT(Role.ON_OBJECT), LOCK(Role.ON_OBJECT), REFRESH(Role.ON_OBJECT),
    OPTIMIZE(Role.ON_OBJECT), REPAIR(Role.ON_OBJECT), REINDEX(Role.ON_OBJECT), START(Role.ON_OBJECT),
    TABLE(Role.OBJECT), VIEW(Role.OBJECT), INDEX(Role.OBJECT), SEQUENCE(Role.OBJECT), SCHEMA(Role.OBJECT),
    DATABASE(Role.OBJECT), TYPE(Role.OBJECT), EXTENSION(Role.OBJECT), SYNONYM(Role.OBJECT), DOMAIN(Role.OBJECT),
    TABLESPACE(Role.OBJECT), TABLES(Role.OBJECT),
    PROCEDURE(Role.CODE), PROC(Role.CODE), FUNCTION(Role.CODE), TRIGGER(Role.CODE), PACKAGE(Role.CODE),
    EVENT(Role.CODE), RULE(Role.CODE),
    USER(Role.UNNAMED), ROLE(Role.UNNAMED), LOGIN(Role.UNNAMED), SESSION(Role.UNNAMED), SYSTEM(Role.UNNAMED),
    TRANSACTION(Role.UNNAMED),
    COMMIT(Role.ALONE), ROLLBACK(Role.ALONE), SAVEPOINT(Role.ALONE), RELEASE(Role.ALONE), SHOW(Role.ALONE),
    DESCRIBE(Role.ALONE), DESC(Role.ALONE), GRANT(Role.ALONE), REVOKE(Role.ALONE), PRAGMA(Role.ALONE),
    KILL(Role.ALONE), VACUUM(Role.ALONE), ANALYZE(Role.ALONE), CHECKPOINT(Role.ALONE), LISTEN(Role.ALONE),
    UNLISTEN(Role.ALONE), NOTIFY(Role.ALONE), DISCARD(Role.ALONE), RESET(Role.ALONE), PREPARE(Role.ALONE),
    DEALLOCATE(Role.ALONE), FETCH(Role.ALONE), OPEN(Role.ALONE), CLOSE(Role.ALONE), LOAD(Role.ALONE),
    UNLOAD(Role.ALONE), HANDLER(Role.ALONE), SHUTDOWN(Role.ALONE), BACKUP(Role.ALONE), RESTORE(Role.ALONE),
    SCRIPT(Role.ALONE), RUNSCRIPT(Role.ALONE), CLUSTER(Role.ALONE), ATTACH(Role.ALONE), DETACH(Role.ALONE),
    FLUSH(Role.ALONE), PURGE(Role.ALONE), EXPORT(Role.ALONE), IMPORT(Role.ALONE);

    /** What a word does at the place where its kind is looked for; elsewhere it may be a name. */
    enum Role {
        /** Handled by itself. */
        OWN,
        /** Ends a list of tables. */
        CLAUSE,
        /** Stands between a verb and its target. */
        MODIFIER,
        /** Verb that calls a procedure. */
        CALL,
        /** Verb in front of other statements. */
        OPEN,
        /** Verb with a name right behind. */
        ON_NAME,
        /** Verb with a kind of object and its name. */
        ON_OBJECT,
        /** A kind of object. */
        OBJECT,
        /** A kind of object with statements of its own inside. */
        CODE,
        /** A kind of object whose name is left out. */
        UNNAMED,
        /** Verb of which nothing else is told. */
        ALONE
    }

    private static final int SLOTS = 512;
    private static final SqlKeyword[] TABLE_OF_WORDS = new SqlKeyword[SLOTS];
    private static final int LONGEST = 13;

    static {
        for (SqlKeyword keyword : values()) {
            int slot = slot(keyword.name(), 0, keyword.name().length());
            while (TABLE_OF_WORDS[slot] != null) {
                slot = slot + 1 & SLOTS - 1;
            }
            TABLE_OF_WORDS[slot] = keyword;
        }
    }

    final Role role;

    SqlKeyword() {
        this(Role.OWN);
    }

    SqlKeyword(Role role) {
        this.role = role;
    }

    /** The keyword written at {@code sql[start, end)} in any case, or null. */
    static SqlKeyword at(String sql, int start, int end) {
        int length = end - start;
        if (length < 2 || length > LONGEST) {
            return null;
        }
        int slot = slot(sql, start, end);
        for (SqlKeyword found = TABLE_OF_WORDS[slot]; found != null; found = TABLE_OF_WORDS[slot]) {
            if (found.isAt(sql, start, length)) {
                return found;
            }
            slot = slot + 1 & SLOTS - 1;
        }
        return null;
    }

    /** Words are letters and underscores, and to these clearing one bit is what makes upper case of lower. */
    private boolean isAt(String sql, int start, int wordLength) {
        String word = name();
        if (word.length() != wordLength) {
            return false;
        }
        for (int i = 0; i < wordLength; i++) {
            if ((sql.charAt(start + i) & ~0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the word is often a column's name, so that a sign behind it is an operator. */
    boolean mayBeColumn() {
        switch (role) {
            case OBJECT: case CODE: case UNNAMED: case ALONE: case ON_OBJECT:
                return true;
            default:
                return this == KEY || this == FIRST || this == OFFSET;
        }
    }

    private static int slot(String text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + (text.charAt(i) & ~0x20);
        }
        return (hash ^ hash >>> 9) & SLOTS - 1;
    }
}
