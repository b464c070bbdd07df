package io.obsagent.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table {@code sql.txt}: what is told of a text, by dialect. */
class SqlQueryTest {
    static List<Map<String, String>> rows() {
        return Table.blocks("sql.txt");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void textAndSummary(Map<String, String> row) {
        SqlQuery query = SqlQuery.analyze(row.get("sql"), SqlDialect.ofSystem(row.get("on")));

        assertThat(query.text()).isEqualTo(row.getOrDefault("text", row.get("sql")));
        assertThat(query.summary()).isEqualTo(row.get("sum"));
        if (row.containsKey("op")) {
            assertThat(query.operation()).isEqualTo(row.get("op"));
        }
        assertThat(query.storedProcedure()).isEqualTo(row.get("proc"));
    }
}
