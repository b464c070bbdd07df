package io.obsagent.instrumentation.jdbc;

import java.util.concurrent.ConcurrentHashMap;

/**
 * Analysed queries by their text, in two generations: when the young one is full it becomes the old one and what is
 * still in use moves back. Bounded without a lock or an order to keep; literal-laden SQL only ever fills one generation.
 */
final class QueryCache {
    private static final int GENERATION = 500;
    /** Longer texts are analysed each time: the cache must not keep megabytes of generated inserts. */
    private static final int LONGEST = 16 * 1024;

    private volatile ConcurrentHashMap<String, StatementQuery> young = new ConcurrentHashMap<>();
    private volatile ConcurrentHashMap<String, StatementQuery> old = new ConcurrentHashMap<>();

    StatementQuery get(String sql) {
        StatementQuery found = young.get(sql);
        if (found == null) {
            found = old.get(sql);
            if (found != null) {
                put(sql, found);
            }
        }
        return found;
    }

    void put(String sql, StatementQuery query) {
        if (sql.length() > LONGEST) {
            return;
        }
        ConcurrentHashMap<String, StatementQuery> now = young;
        now.put(sql, query);
        if (now.size() > GENERATION) {
            old = now;
            young = new ConcurrentHashMap<>();
        }
    }
}
