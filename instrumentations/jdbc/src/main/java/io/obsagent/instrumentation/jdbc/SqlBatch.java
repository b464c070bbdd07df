package io.obsagent.instrumentation.jdbc;

/**
 * What telemetry says of a batch, gathered as {@code addBatch} is called: how many operations, their common summary
 * ({@code BATCH INSERT orders}, or {@code BATCH} alone for a mixture) and their text.
 *
 * <p>Not thread-safe, as the statement it belongs to.
 */
final class SqlBatch {
    static final String MIXED = "BATCH";

    private int size;
    private SqlQuery first;
    private boolean sameText = true;
    private boolean sameSummary = true;
    private StringBuilder texts;

    /** Adds one operation: the statement's own query for a prepared one, the analysed text otherwise. */
    void add(SqlQuery query) {
        size++;
        if (first == null) {
            first = query;
            return;
        }
        if (query != first && !query.text().equals(first.text())) {
            sameText = false;
        }
        if (query != first && (query.summary() == null || !query.summary().equals(first.summary()))) {
            sameSummary = false;
        }
        if (!sameText) {
            append(query.text());
        }
    }

    /** Forgets everything, as {@code clearBatch} and {@code executeBatch} do. */
    void clear() {
        size = 0;
        first = null;
        sameText = true;
        sameSummary = true;
        texts = null;
    }

    /** How many operations were added; {@code db.operation.batch.size} where it is 2 or more. */
    int size() {
        return size;
    }

    /** {@code db.query.summary}; a batch of one is no batch to telemetry. Null where one operation has none. */
    String summary() {
        if (size == 1) {
            return first.summary();
        }
        return first != null && sameSummary ? first.batchSummary() : MIXED;
    }

    /** {@code db.query.text}: the common text, else all, joined by {@code "; "} as far as the limit allows. */
    String text() {
        if (first == null) {
            return "";
        }
        return texts == null ? first.text() : texts.toString();
    }

    /** {@code db.stored_procedure.name} where all operations call the same, else null. */
    String storedProcedure() {
        return first != null && sameText ? first.storedProcedure() : null;
    }

    private void append(String text) {
        if (texts == null) {
            texts = new StringBuilder(first.text());
            for (int i = 2; i < size; i++) {
                join(first.text());
            }
        }
        join(text);
    }

    private void join(String text) {
        if (texts.length() + 2 + text.length() <= SqlText.MAX_LENGTH) {
            texts.append("; ").append(text);
        }
    }
}
