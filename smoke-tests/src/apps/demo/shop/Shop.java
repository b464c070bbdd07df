import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import javax.sql.DataSource;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** The demo's service: products and orders over HTTP, kept in PostgreSQL, packed elsewhere. Knows nothing of any agent. */
public final class Shop {
    private final DataSource database;
    private final Channel warehouse;

    private Shop(DataSource database, Channel warehouse) {
        this.database = database;
        this.warehouse = warehouse;
    }

    /** @param args JDBC URL, working folder, port of the broker */
    public static void main(String[] args) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(args[0]);
        config.setMaximumPoolSize(4);
        config.setPoolName("shop");
        Shop shop = new Shop(new HikariDataSource(config), connect(Integer.parseInt(args[2])));
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

    private static Channel connect(int port) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("localhost");
        factory.setPort(port);
        Channel channel = factory.newConnection().createChannel();
        channel.queueDeclare("orders", true, false, false, null);
        return channel;
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
            for (int i = 0; i < 150_000; i++) {
                text.append(Integer.toHexString(text.toString().hashCode() + i), 0, 1);
                if (text.length() > 200) {
                    text.setLength(name.length());
                }
            }
            return text.toString();
        }
    }

    /** POST /orders: one order for the product in the body, to be packed by the warehouse; product 0 breaks a constraint. */
    private final class Orders extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String product = request.getReader().readLine();
            try (Connection connection = database.getConnection();
                    PreparedStatement insert = connection.prepareStatement("INSERT INTO purchase(product) VALUES (?)")) {
                if (product.equals("0")) {
                    insert.setNull(1, Types.INTEGER);
                } else {
                    insert.setInt(1, Integer.parseInt(product));
                }
                insert.executeUpdate();
                send(product);
                response.setStatus(201);
            } catch (SQLException e) {
                response.sendError(500);
            }
        }

        /** A channel is for one thread at a time. */
        private void send(String product) throws IOException {
            synchronized (warehouse) {
                warehouse.basicPublish("", "orders", null, product.getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
