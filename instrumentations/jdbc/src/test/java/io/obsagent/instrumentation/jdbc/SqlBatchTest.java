package io.obsagent.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlBatchTest {
    private final SqlBatch batch = new SqlBatch();

    @Test
    void anEmptyBatch() {
        assertThat(batch.size()).isZero();
        assertThat(batch.text()).isEmpty();
        assertThat(batch.summary()).isEqualTo("BATCH");
    }

    @Test
    void aBatchOfOneIsNoBatch() {
        add("INSERT INTO orders VALUES (1)");

        assertThat(batch.size()).isEqualTo(1);
        assertThat(batch.summary()).isEqualTo("INSERT orders");
        assertThat(batch.text()).isEqualTo("INSERT INTO orders VALUES (?)");
    }

    @Test
    void oneTextManyTimesIsToldOnce() {
        for (int i = 0; i < 1000; i++) {
            add("INSERT INTO orders VALUES (" + i + ")");
        }

        assertThat(batch.size()).isEqualTo(1000);
        assertThat(batch.summary()).isEqualTo("BATCH INSERT orders");
        assertThat(batch.text()).isEqualTo("INSERT INTO orders VALUES (?)");
    }

    @Test
    void textsOfOneSummary() {
        add("INSERT INTO orders (a) VALUES (1)");
        add("INSERT INTO orders (b) VALUES (1)");

        assertThat(batch.summary()).isEqualTo("BATCH INSERT orders");
        assertThat(batch.text()).isEqualTo("INSERT INTO orders (a) VALUES (?); INSERT INTO orders (b) VALUES (?)");
    }

    @Test
    void aMixture() {
        add("INSERT INTO orders VALUES (1)");
        add("INSERT INTO orders VALUES (2)");
        add("DELETE FROM orders");

        assertThat(batch.summary()).isEqualTo("BATCH");
        assertThat(batch.text()).isEqualTo(
                "INSERT INTO orders VALUES (?); INSERT INTO orders VALUES (?); DELETE FROM orders");
        assertThat(batch.storedProcedure()).isNull();
    }

    @Test
    void aLargeMixtureKeepsTheLimit() {
        for (int i = 0; i < 5000; i++) {
            add("INSERT INTO orders" + i + " VALUES (1)");
        }

        assertThat(batch.size()).isEqualTo(5000);
        assertThat(batch.text().length()).isLessThanOrEqualTo(SqlText.MAX_LENGTH);
    }

    @Test
    void oneProcedure() {
        add("{call p(1)}");
        add("{call p(2)}");

        assertThat(batch.storedProcedure()).isEqualTo("p");
        assertThat(batch.summary()).isEqualTo("BATCH call p");
    }

    @Test
    void clearedIsEmpty() {
        add("DELETE FROM a");
        add("DELETE FROM b");
        batch.clear();
        add("DELETE FROM c");
        add("DELETE FROM c");

        assertThat(batch.size()).isEqualTo(2);
        assertThat(batch.summary()).isEqualTo("BATCH DELETE c");
        assertThat(batch.text()).isEqualTo("DELETE FROM c");
    }

    private void add(String sql) {
        batch.add(SqlQuery.analyze(sql, SqlDialect.ofSystem("postgresql")));
    }
}
