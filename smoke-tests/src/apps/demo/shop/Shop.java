import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** The demo's service: products and orders over HTTP, kept in PostgreSQL. Knows nothing of any agent. */
public final class Shop {
    private final DataSource database;

    private Shop(DataSource database) {
        this.database = database;
    }

    /** @param args JDBC URL, working folder */
    public static void main(String[] args) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(args[0]);
        config.setMaximumPoolSize(4);
        config.setPoolName("shop");
        Shop shop = new Shop(new HikariDataSource(config));
        shop.createTables();
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(new File(args[1]).getAbsolutePath());
        tomcat.setPort(0);
        Context context = tomcat.addContext("", new File(args[1]).getAbsolutePath());
        Tomcat.addServlet(context, "products", shop.new Products());
        Tomcat.addServlet(context, "orders", shop.new Orders());
        context.addServletMappingDecoded("/products/*", "products");
        context.addServletMappingDecoded("/orders", "orders");
        tomcat.start();
        System.out.println("port " + tomcat.getConnector().getLocalPort());
        tomcat.getServer().await();
    }

    private void createTables() throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS product(id INT PRIMARY KEY, name TEXT NOT NULL)");
            statement.execute("CREATE TABLE IF NOT EXISTS purchase(id SERIAL PRIMARY KEY, product INT NOT NULL)");
            statement.execute("INSERT INTO product VALUES (1, 'unicorn'), (2, 'manticore'), (3, 'owlbear') ON CONFLICT DO NOTHING");
        }
    }

    /** GET /products/{id}. */
    private final class Products extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try (Connection connection = database.getConnection();
                    PreparedStatement query = connection.prepareStatement("SELECT name FROM product WHERE id = ?")) {
                query.setInt(1, Integer.parseInt(request.getPathInfo().substring(1)));
                try (ResultSet rows = query.executeQuery()) {
                    if (rows.next()) {
                        response.getWriter().print(embroider(rows.getString(1)));
                    } else {
                        response.sendError(404);
                    }
                }
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }

        /** Some work for the profile to find. */
        private String embroider(String name) {
            StringBuilder text = new StringBuilder(name);
            for (int i = 0; i < 20_000; i++) {
                text.append(Integer.toHexString(text.toString().hashCode() + i), 0, 1);
                if (text.length() > 200) {
                    text.setLength(name.length());
                }
            }
            return text.toString();
        }
    }

    /** POST /orders: one order for the product in the body; product 0 breaks a constraint. */
    private final class Orders extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String product = request.getReader().readLine();
            try (Connection connection = database.getConnection();
                    PreparedStatement insert = connection.prepareStatement("INSERT INTO purchase(product) VALUES (?)")) {
                if (product.equals("0")) {
                    insert.setNull(1, java.sql.Types.INTEGER);
                } else {
                    insert.setInt(1, Integer.parseInt(product));
                }
                insert.executeUpdate();
                response.setStatus(201);
            } catch (SQLException e) {
                response.sendError(500);
            }
        }
    }
}
