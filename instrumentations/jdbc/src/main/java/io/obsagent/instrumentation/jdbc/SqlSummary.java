package io.obsagent.instrumentation.jdbc;

import io.obsagent.instrumentation.jdbc.SqlKeyword.Role;

/**
 * Builds {@code db.query.summary} from the words of a statement: operations and their targets in order of
 * appearance, as written. Not a parser: it follows verbs, {@code FROM} lists and parentheses, which is right for
 * what applications send and harmless for the rest. A statement that begins with no known verb gives no summary.
 */
final class SqlSummary {
    private static final int MAX_DEPTH = 32;
    /** {@code CREATE OR REPLACE DEFINER = x SQL SECURITY INVOKER VIEW}: the kind of object comes within these. */
    private static final int MAX_WORDS_BEFORE_KIND = 8;

    /** The part of a statement being read, per depth of parentheses. */
    private static final byte NONE = 0;
    private static final byte SELECT_LIST = 1;
    private static final byte TABLES = 2;
    private static final byte INSERT = 3;
    private static final byte UPDATE = 4;
    private static final byte DELETE = 5;
    private static final byte MERGE = 6;
    private static final byte CTE_NAME = 7;
    private static final byte CTE_BODY = 8;
    private static final byte OBJECTS = 9;

    private final String sql;
    private final byte[] clauses = new byte[MAX_DEPTH];
    private final SummaryText out;
    private final CteNames cteNames;
    private String operation;
    private String storedProcedure;

    private int depth;
    private boolean atStart = true;
    private boolean expectsName;
    private boolean afterOpen;
    private boolean calling;
    private boolean merging;
    private boolean ignoreStatement;
    private boolean ignoreAll;
    private SqlKeyword lastWord;
    private SqlKeyword objectVerb;
    private Role objectKind;
    private int wordsBeforeKind;

    SqlSummary(String sql) {
        this.sql = sql;
        this.out = new SummaryText(sql);
        this.cteNames = new CteNames(sql);
    }

    String text() {
        return out.result();
    }

    String operation() {
        return operation;
    }

    String storedProcedure() {
        return storedProcedure;
    }

    /** Whether a name at this place would be a target. */
    boolean expectsName() {
        return expectsName && !ignoring();
    }

    /** Whether the words at this place are the arguments of a procedure called without parentheses. */
    boolean inArguments() {
        return calling && ignoreStatement;
    }

    /** A keyword, or with null a name, perhaps qualified and quoted; {@code call} if a parenthesis follows it. */
    void word(SqlKeyword keyword, int start, int end, boolean call) {
        SqlKeyword before = lastWord;
        boolean first = atStart;
        boolean opened = afterOpen;
        lastWord = keyword;
        afterOpen = false;
        atStart = false;
        if (ignoring()) {
            return;
        }
        if (clause() == CTE_NAME) {
            if (keyword != SqlKeyword.RECURSIVE) {
                cteNames.add(start, end);
                clause(CTE_BODY);
            }
        } else if (wordsBeforeKind > 0) {
            objectKind(keyword, start, end);
        } else if (keyword == null) {
            name(start, end, call, first);
        } else if (!statement(keyword, before, first, opened, call, start, end) && !clauseWord(keyword, before)) {
            name(start, end, call, first);
        }
    }

    void open() {
        punctuation();
        afterOpen = true;
        if (calling) {
            ignoreStatement = true;
        }
        depth++;
        if (depth < MAX_DEPTH) {
            clauses[depth] = expectsName ? TABLES : NONE;
        }
    }

    void close() {
        punctuation();
        expectsName = false;
        if (depth > 0) {
            depth--;
        }
    }

    void comma() {
        punctuation();
        switch (clause()) {
            case TABLES: case UPDATE: case DELETE: case OBJECTS:
                expectsName = true;
                break;
            case CTE_BODY:
                clause(CTE_NAME);
                break;
            default:
                expectsName = false;
        }
    }

    /** A literal. */
    void value() {
        punctuation();
        expectsName = false;
        if (calling) {
            ignoreStatement = true;
        }
    }

    /** A parameter or operator. */
    void symbol() {
        punctuation();
        if (!calling) {
            expectsName = false;
        }
    }

    void endOfStatement() {
        punctuation();
        depth = 0;
        clauses[0] = NONE;
        atStart = true;
        expectsName = false;
        calling = false;
        merging = false;
        ignoreStatement = false;
        objectVerb = null;
        wordsBeforeKind = 0;
        cteNames.clear();
    }

    private void punctuation() {
        lastWord = null;
        afterOpen = false;
    }

    private boolean ignoring() {
        return ignoreStatement || ignoreAll;
    }

    private byte clause() {
        return depth < MAX_DEPTH ? clauses[depth] : NONE;
    }

    private void clause(byte clause) {
        if (depth < MAX_DEPTH) {
            clauses[depth] = clause;
        }
    }

    /** Words that begin a statement, a subquery or a part of a MERGE; returns whether this one did. */
    private boolean statement(
            SqlKeyword keyword, SqlKeyword before, boolean first, boolean opened, boolean call, int start, int end) {
        switch (keyword) {
            case SELECT:
                return begin(SELECT_LIST, false, start, end);
            case WITH:
                if (first || opened || before == SqlKeyword.AS || clause() == INSERT) {
                    clause(CTE_NAME);
                    expectsName = false;
                }
                return true;
            case INSERT: case UPSERT:
                return !call && changesTable(keyword, before) && begin(INSERT, true, start, end);
            case UPDATE:
                return changesTable(keyword, before) && begin(UPDATE, true, start, end);
            case DELETE:
                return changesTable(keyword, before) && begin(DELETE, true, start, end);
            case MERGE:
                merging = first || clause() == CTE_BODY;
                return merging && begin(MERGE, true, start, end);
            case REPLACE:
                return first && begin(INSERT, true, start, end);
            case VALUES:
                expectsName = false;
                clause(clause() == INSERT ? INSERT : NONE);
                return !first || begin(NONE, false, start, end);
            case SET:
                expectsName = false;
                clause(clause() == UPDATE ? SELECT_LIST : NONE);
                return !first || begin(NONE, false, start, end);
            default:
                return first && verb(keyword, start, end);
        }
    }

    /** Not the UPDATE of FOR UPDATE, ON UPDATE, ON DUPLICATE KEY UPDATE and DO UPDATE, nor a branch of a MERGE. */
    private boolean changesTable(SqlKeyword keyword, SqlKeyword before) {
        boolean partOfClause = keyword == SqlKeyword.UPDATE
                && (before == SqlKeyword.FOR || before == SqlKeyword.KEY || before == SqlKeyword.DO);
        boolean action = before == SqlKeyword.ON && keyword != SqlKeyword.INSERT;
        return !merging && !partOfClause && !action;
    }

    private boolean begin(byte clause, boolean withName, int start, int end) {
        operation(start, end);
        clause(clause);
        expectsName = withName;
        return true;
    }

    private boolean verb(SqlKeyword keyword, int start, int end) {
        switch (keyword.role) {
            case CALL:
                calling = true;
                return begin(NONE, true, start, end);
            case OPEN:
                return begin(NONE, false, start, end);
            case ON_NAME:
                return begin(NONE, true, start, end);
            case ON_OBJECT:
                objectVerb = keyword;
                wordsBeforeKind = MAX_WORDS_BEFORE_KIND;
                return begin(NONE, false, start, end);
            case ALONE:
                ignoreStatement = true;
                return begin(NONE, false, start, end);
            default:
                // IF EXISTS (SELECT ..) UPDATE ..: no operation, but others follow.
                ignoreStatement = keyword != SqlKeyword.IF;
                return true;
        }
    }

    private boolean clauseWord(SqlKeyword keyword, SqlKeyword before) {
        byte clause = clause();
        switch (keyword) {
            case FROM:
                if (clause == SELECT_LIST && before != SqlKeyword.DISTINCT) {
                    clause(TABLES);
                    expectsName = true;
                } else {
                    expectsName = clause == DELETE;
                }
                return true;
            case JOIN: case STRAIGHT_JOIN: case APPLY:
                expectsName = clause == TABLES || clause == UPDATE || clause == DELETE;
                return true;
            case USING:
                expectsName = clause == DELETE || clause == MERGE;
                return true;
            case INTO:
                expectsName = expectsName || clause == INSERT;
                return true;
            case ON: case AS: case TABLE:
                expectsName = expectsName && keyword != SqlKeyword.AS;
                return true;
            case IMMEDIATE:
                ignoreStatement = calling;
                return calling;
            default:
                return otherClauseWord(keyword, clause);
        }
    }

    private boolean otherClauseWord(SqlKeyword keyword, byte clause) {
        if (keyword.role == Role.CLAUSE) {
            // In a select list it is a column's name or WITHIN GROUP, and FROM is still to come.
            if (clause != CTE_BODY && clause != SELECT_LIST) {
                clause(NONE);
            }
            expectsName = false;
            return true;
        }
        if (!expectsName) {
            return true;
        }
        boolean skipped = keyword.role == Role.MODIFIER || clause == INSERT && keyword == SqlKeyword.REPLACE
                || calling && keyword.role == Role.CODE;
        return skipped && !(keyword == SqlKeyword.FIRST && clause != INSERT);
    }

    /** Between CREATE and the name: the kind of object, behind OR REPLACE, UNIQUE, TEMPORARY and the like. */
    private void objectKind(SqlKeyword keyword, int start, int end) {
        Role role = keyword == null ? Role.OWN : keyword.role;
        wordsBeforeKind--;
        if (role == Role.OBJECT || role == Role.CODE || role == Role.UNNAMED) {
            wordsBeforeKind = 0;
            out.append(start, end);
            if (out.length() == operation.length() + 1 + end - start) {
                operation = out.result();
            }
            boolean list = objectVerb == SqlKeyword.DROP || objectVerb == SqlKeyword.TRUNCATE
                    || objectVerb == SqlKeyword.LOCK;
            clause(list ? OBJECTS : NONE);
            expectsName = role != Role.UNNAMED;
            ignoreStatement = role == Role.UNNAMED;
            objectKind = role;
        } else if (objectVerb == SqlKeyword.TRUNCATE) {
            wordsBeforeKind = 0;
            clause(OBJECTS);
            expectsName = true;
            name(start, end, false, false);
        } else if (wordsBeforeKind == 0) {
            ignoreStatement = true;
        }
    }

    private void name(int start, int end, boolean call, boolean first) {
        if (first) {
            ignoreStatement = true;
            return;
        }
        if (!expectsName) {
            return;
        }
        expectsName = false;
        if (calling) {
            if (storedProcedure == null) {
                storedProcedure = sql.substring(start, end);
            }
            out.append(start, end);
            ignoreStatement = true;
            return;
        }
        byte clause = clause();
        boolean function = call && (clause == TABLES || clause == UPDATE || clause == DELETE);
        if (!function && !cteNames.contain(start, end)) {
            out.append(start, end);
        }
        if (objectVerb != null) {
            behindObject();
        }
    }

    private void behindObject() {
        boolean creates = objectVerb == SqlKeyword.CREATE || objectVerb == SqlKeyword.ALTER;
        ignoreAll = creates && objectKind == Role.CODE;
        // CREATE TABLE and VIEW may go on with AS SELECT, DROP with further names.
        ignoreStatement = clause() != OBJECTS && objectVerb != SqlKeyword.CREATE;
        objectVerb = clause() == OBJECTS ? objectVerb : null;
    }

    private void operation(int start, int end) {
        if (operation == null) {
            operation = sql.substring(start, end);
        }
        out.append(start, end);
    }
}
