import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.datasource.unpooled.UnpooledDataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Asks for each of three rows, by plain JDBC and through what is usually put on top of it, each from a table of its own.
 * Arguments: URL, and "wait" to stay until the input ends.
 */
public final class Frameworks {
    private static final int ROWS = 3;

    private final String url;

    private Frameworks(String url) {
        this.url = url;
    }

    public static void main(String[] args) throws Exception {
        new Frameworks(args[0]).run();
        System.out.println("done");
        if (args.length > 1) {
            System.in.read();
        }
    }

    /** MyBatis's way to say a query. */
    public interface Mapper {
        @Select("SELECT name FROM mybatis_items WHERE id = #{id}")
        String name(int id);
    }

    private void run() throws Exception {
        try (Connection connection = DriverManager.getConnection(url); Statement statement = connection.createStatement()) {
            for (String table : new String[] {"plain", "jooq", "mybatis", "spring", "hibernate"}) {
                statement.execute("CREATE TABLE " + table + "_items (id INT PRIMARY KEY, name VARCHAR(20))");
                statement.execute("INSERT INTO " + table + "_items VALUES (1, 'a'), (2, 'b'), (3, 'c')");
            }
            plain(connection);
            jooq(connection);
        }
        spring();
        mybatis();
        hibernate();
    }

    private static void plain(Connection connection) throws Exception {
        try (PreparedStatement select = connection.prepareStatement("SELECT name FROM plain_items WHERE id = ?")) {
            for (int id = 1; id <= ROWS; id++) {
                select.setInt(1, id);
                try (ResultSet rows = select.executeQuery()) {
                    rows.next();
                    System.out.println("plain " + rows.getString(1));
                }
            }
        }
    }

    private static void jooq(Connection connection) {
        DSLContext jooq = DSL.using(connection, SQLDialect.H2);
        for (int id = 1; id <= ROWS; id++) {
            System.out.println("jooq " + jooq.select(DSL.field("name", String.class)).from("jooq_items")
                    .where(DSL.field("id", Integer.class).eq(id)).fetchOne().value1());
        }
    }

    private void spring() {
        JdbcTemplate template = new JdbcTemplate(new DriverManagerDataSource(url));
        for (int id = 1; id <= ROWS; id++) {
            System.out.println("spring "
                    + template.queryForObject("SELECT name FROM spring_items WHERE id = ?", String.class, id));
        }
    }

    private void mybatis() {
        org.apache.ibatis.session.Configuration configuration = new org.apache.ibatis.session.Configuration(
                new Environment("test", new JdbcTransactionFactory(), new UnpooledDataSource("org.h2.Driver", url, null, null)));
        configuration.addMapper(Mapper.class);
        SqlSessionFactory factory = new SqlSessionFactoryBuilder().build(configuration);
        try (SqlSession session = factory.openSession()) {
            Mapper mapper = session.getMapper(Mapper.class);
            for (int id = 1; id <= ROWS; id++) {
                System.out.println("mybatis " + mapper.name(id));
            }
        }
    }

    private void hibernate() {
        Configuration configuration = new Configuration().addAnnotatedClass(Item.class)
                .setProperty("hibernate.connection.url", url).setProperty("hibernate.connection.pool_size", "1");
        try (SessionFactory factory = configuration.buildSessionFactory()) {
            for (int id = 1; id <= ROWS; id++) {
                int key = id;
                System.out.println("hibernate " + factory.fromSession(session -> session.find(Item.class, key).name));
            }
        }
    }
}
