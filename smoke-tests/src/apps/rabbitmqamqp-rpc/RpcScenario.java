import com.rabbitmq.client.amqp.Connection;
import com.rabbitmq.client.amqp.Message;
import com.rabbitmq.client.amqp.Requester;
import com.rabbitmq.client.amqp.Responder;
import java.util.concurrent.TimeUnit;

/** A request and its reply, by the classes of 1.0. */
public final class RpcScenario {
    private RpcScenario() {
    }

    public static void run(Connection connection) throws Exception {
        connection.management().queue("requests").declare();
        try (Responder responder = connection.responderBuilder().requestQueue("requests")
                        .handler((context, request) -> context.message(new byte[] {2})).build();
                Requester requester = connection.requesterBuilder().requestAddress().queue("requests").requester().build()) {
            Message reply = requester.publish(requester.message(new byte[] {1})).get(20, TimeUnit.SECONDS);
            if (reply.body()[0] != 2) {
                throw new AssertionError("reply of " + responder);
            }
        }
    }
}
