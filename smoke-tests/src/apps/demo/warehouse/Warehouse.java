import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The demo's consumer: makes a parcel of each order that the shop puts into its queue. Knows nothing of any agent. */
public final class Warehouse {
    private Warehouse() {
    }

    /** @param args port of the broker, JDBC URL */
    public static void main(String[] args) throws Exception {
        java.sql.Connection database = DriverManager.getConnection(args[1]);
        database.createStatement().execute("CREATE TABLE IF NOT EXISTS parcel(id SERIAL PRIMARY KEY, product INT NOT NULL)");
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("localhost");
        factory.setPort(Integer.parseInt(args[0]));
        Connection connection = factory.newConnection();
        Channel channel = connection.createChannel();
        channel.queueDeclare("orders", true, false, false, null);
        channel.basicConsume("orders", false, new DefaultConsumer(channel) {
            @Override
            public void handleDelivery(String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body)
                    throws IOException {
                pack(database, Integer.parseInt(new String(body, StandardCharsets.UTF_8)));
                channel.basicAck(envelope.getDeliveryTag(), false);
            }
        });
        System.out.println("packing");
    }

    private static void pack(java.sql.Connection database, int product) throws IOException {
        try (PreparedStatement insert = database.prepareStatement("INSERT INTO parcel(product) VALUES (?)")) {
            insert.setInt(1, product);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
