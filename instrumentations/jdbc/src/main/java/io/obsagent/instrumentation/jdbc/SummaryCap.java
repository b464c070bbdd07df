package io.obsagent.instrumentation.jdbc;

import io.obsagent.telemetry.LabelCap;

/** Bounds the summaries of one database that metrics carry. Thread-safe. */
final class SummaryCap {
    /** What applications have of their own (Keycloak some 400); generated SQL beyond that counts as {@code _OTHER}. */
    private static final int MOST_QUERIES = 1000;
    /** A migration of the schema at start (Keycloak: 300 summaries) must leave room for the queries that follow. */
    private static final int MOST_SCHEMA_CHANGES = 100;
    private static final String[] SCHEMA_CHANGES = {"create ", "alter ", "drop "};

    private final LabelCap queries = new LabelCap(MOST_QUERIES);
    private final LabelCap schemaChanges = new LabelCap(MOST_SCHEMA_CHANGES);

    String fold(String summary) {
        return summary != null && changesSchema(summary) ? schemaChanges.fold(summary) : queries.fold(summary);
    }

    private static boolean changesSchema(String summary) {
        for (String change : SCHEMA_CHANGES) {
            if (summary.regionMatches(true, 0, change, 0, change.length())) {
                return true;
            }
        }
        return false;
    }
}
