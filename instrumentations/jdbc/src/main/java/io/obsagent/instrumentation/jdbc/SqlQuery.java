package io.obsagent.instrumentation.jdbc;

/**
 * What telemetry says of one SQL text: {@code db.query.text} without literals and comments, {@code
 * db.query.summary}, and the parts of it. Made once when a statement is prepared or executed, in time proportional
 * to the text's length, which is bounded.
 *
 * <p>Immutable and thread-safe.
 */
final class SqlQuery {
    /** What stands behind this many characters is neither read nor shown. */
    static final int MAX_INPUT = 32 * 1024;

    private static final SqlQuery EMPTY = new SqlQuery("", null, null, null);

    private final String text;
    private final String summary;
    private final String operation;
    private final String storedProcedure;
    private final String batchSummary;

    private SqlQuery(String text, String summary, String operation, String storedProcedure) {
        this.text = text;
        this.summary = summary;
        this.operation = operation;
        this.storedProcedure = storedProcedure;
        this.batchSummary = summary == null ? SqlBatch.MIXED : SqlBatch.MIXED + ' ' + summary;
    }

    /**
     * Analyses a text. Never throws, whatever the text is.
     *
     * @param sql the text as the application gave it, or null
     * @param dialect how its database writes literals and comments
     */
    static SqlQuery analyze(String sql, SqlDialect dialect) {
        if (sql == null || sql.isEmpty()) {
            return EMPTY;
        }
        int end = Math.min(sql.length(), MAX_INPUT);
        if (end < sql.length() && Character.isHighSurrogate(sql.charAt(end - 1))) {
            end--;
        }
        SqlText text = new SqlText(end);
        SqlSummary summary = new SqlSummary(sql);
        new SqlScanner(sql, end, dialect, text, summary).scan();
        return new SqlQuery(text.result(sql), summary.text(), summary.operation(), summary.storedProcedure());
    }

    /**
     * {@code db.query.text}: every literal is {@code ?}, placeholders are as written, no comments, single spaces,
     * lists of values collapsed; at most 8192 characters.
     */
    String text() {
        return text;
    }

    /**
     * {@code db.query.summary}: {@code SELECT orders customers}, {@code INSERT orders SELECT cart}, {@code CREATE
     * TABLE shop.orders}; verbs and names as written, with their quotes, at most 255 characters cut between words.
     * Null if the text begins with no known verb.
     */
    String summary() {
        return summary;
    }

    /** The first verb as written, with the kind of object behind {@code CREATE} and its like; null as the summary. */
    String operation() {
        return operation;
    }

    /** {@code db.stored_procedure.name} of a {@code CALL}, {@code EXEC} or {@code {call ..}}, else null. */
    String storedProcedure() {
        return storedProcedure;
    }

    /** The summary of a batch that executes this text several times: {@code BATCH INSERT orders}. */
    String batchSummary() {
        return batchSummary;
    }
}
