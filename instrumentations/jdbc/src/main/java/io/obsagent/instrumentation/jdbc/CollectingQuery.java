package io.obsagent.instrumentation.jdbc;

/** The query of a statement that collects a batch. Used by one thread at a time, as the statement itself. */
final class CollectingQuery extends StatementQuery {
    private final SqlBatch batch = new SqlBatch();

    CollectingQuery(StatementQuery of) {
        super(of.client(), of.query());
    }

    @Override
    SqlBatch batch() {
        return batch;
    }

    /** What executing the batch runs. */
    StatementQuery asOne() {
        return new StatementQuery(client(), query(), batch.summary(), batch.text(), batch.storedProcedure());
    }
}
