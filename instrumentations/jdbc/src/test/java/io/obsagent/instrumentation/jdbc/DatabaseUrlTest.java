package io.obsagent.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;

/** The table {@code urls.txt}, and what a table cannot say. */
class DatabaseUrlTest {
    static Stream<String> rows() {
        return Table.lines("urls.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void url(String row) {
        int arrow = row.lastIndexOf(" -> ");

        assertThat(told(DatabaseUrl.parse(row.substring(0, arrow)))).isEqualTo(row.substring(arrow + 4));
    }

    @Test
    void theTableHasTheFormsOfScenarioJ10() {
        assertThat(rows()).hasSizeGreaterThanOrEqualTo(190);
    }

    @ParameterizedTest
    @NullAndEmptySource
    void noUrl(String url) {
        assertThat(DatabaseUrl.parse(url).systemName()).isEqualTo("other_sql");
    }

    @Test
    void aPortLeftOutIsTheDefault() {
        Database database = DatabaseUrl.parse("jdbc:postgresql://db/shop");

        assertThat(database.port()).isEqualTo(5432);
        assertThat(database.isDefaultPort()).isTrue();
        assertThat(database.serverPort()).isEqualTo(-1);
    }

    @Test
    void anotherPortIsReported() {
        Database database = DatabaseUrl.parse("jdbc:postgresql://db:6432/shop");

        assertThat(database.port()).isEqualTo(6432);
        assertThat(database.isDefaultPort()).isFalse();
        assertThat(database.serverPort()).isEqualTo(6432);
    }

    @Test
    void noServerHasNoPort() {
        Database database = DatabaseUrl.parse("jdbc:h2:mem:test");

        assertThat(database.port()).isEqualTo(-1);
        assertThat(database.isDefaultPort()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("withProperties")
    void properties(String url, String key, String value, String expected) {
        Properties info = new Properties();
        info.setProperty("user", "SECRETU");
        info.setProperty("password", "SECRETP");
        info.setProperty(key, value);

        assertThat(told(DatabaseUrl.parse(url, info))).isEqualTo(expected);
    }

    static Stream<Object[]> withProperties() {
        return Stream.of(new Object[][] {
            {"jdbc:postgresql://db/shop", "currentSchema", "sales", "postgresql db - shop|sales"},
            {"jdbc:postgresql://db/shop?currentSchema=a", "currentSchema", "b", "postgresql db - shop|a"},
            {"jdbc:postgresql://db/", "PGDBNAME", "shop", "postgresql db - shop"},
            {"jdbc:postgresql:///shop", "PGHOST", "db", "postgresql db - shop"},
            {"jdbc:postgresql://db/shop", "PGPORT", "5433", "postgresql db 5433 shop"},
            {"jdbc:sqlserver://db", "databaseName", "shop", "microsoft.sql_server db - shop"},
            {"jdbc:sqlserver://db;databaseName=a", "databaseName", "b", "microsoft.sql_server db - b"},
            {"jdbc:sqlserver://", "serverName", "db\\prod", "microsoft.sql_server db - prod"},
            {"jdbc:sqlserver://", "portNumber", "1500", "microsoft.sql_server - - -"},
            {"jdbc:db2://db:50000/SHOP", "currentSchema", "SALES", "ibm.db2 db - SHOP|SALES"},
            {"jdbc:snowflake://acme.snowflakecomputing.com", "db", "SHOP",
                    "snowflake acme.snowflakecomputing.com - SHOP"},
            {"jdbc:derby:", "databaseName", "shop", "derby - - shop"},
        });
    }

    @Test
    void propertiesThatThrowAreLeftOut() {
        Properties broken = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getProperty(String key) {
                throw new IllegalStateException("closed");
            }
        };

        Database database = DatabaseUrl.parse("jdbc:postgresql://db/shop", broken);

        assertThat(database.systemName()).isEqualTo("postgresql");
    }

    @Test
    void longUrlsAreCut() {
        String url = "jdbc:postgresql://db/shop?" + "a=b&".repeat(100_000) + "currentSchema=late";

        assertThat(told(DatabaseUrl.parse(url))).isEqualTo("postgresql db - shop");
    }

    private static String told(Database database) {
        return database.systemName() + ' ' + orDash(database.serverAddress()) + ' '
                + (database.serverPort() < 0 ? "-" : String.valueOf(database.serverPort())) + ' '
                + orDash(database.namespace());
    }

    private static String orDash(String text) {
        return text == null ? "-" : text;
    }
}
