import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** One producer and one consumer that acknowledges each message of 200 bytes, as fast as both can. */
public final class Flood {
    private static final String QUEUE = "flood";
    private static final byte[] BODY = new byte[200];
    /** As many messages may be on their way: enough to keep both busy, few enough to keep the queue short. */
    private static final int WINDOW = 2000;

    private final Channel publishing;
    private final boolean headers;
    private final Semaphore window = new Semaphore(WINDOW);

    private Flood(Connection connection, boolean headers) throws IOException {
        this.headers = headers;
        publishing = connection.createChannel();
        publishing.queueDeclare(QUEUE, false, false, true, null);
        Channel consuming = connection.createChannel();
        consuming.basicConsume(QUEUE, false, new DefaultConsumer(consuming) {
            @Override
            public void handleDelivery(String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body)
                    throws IOException {
                consuming.basicAck(envelope.getDeliveryTag(), false);
                window.release();
            }
        });
    }

    /** Arguments: the broker's port, messages before and while it is measured, whether with headers such as an agent adds. */
    public static void main(String[] arguments) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("localhost");
        factory.setPort(Integer.parseInt(arguments[0]));
        try (Connection connection = factory.newConnection()) {
            Flood flood = new Flood(connection, Boolean.parseBoolean(arguments[3]));
            flood.run(Integer.parseInt(arguments[1]));
            int messages = Integer.parseInt(arguments[2]);
            long allocated = allocatedBytes();
            long cpu = cpuNanos();
            long begin = System.nanoTime();
            flood.run(messages);
            long nanos = System.nanoTime() - begin;
            System.out.println("flood rate=" + messages * 1_000_000_000L / nanos
                    + " cpu=" + (cpuNanos() - cpu) / messages
                    + " bytes=" + (allocatedBytes() - allocated) / messages);
        }
    }

    /** Returns when every message was consumed: a lost one leaves it waiting for ever. */
    private void run(int messages) throws Exception {
        for (int i = 0; i < messages; i++) {
            window.acquire();
            publishing.basicPublish("", QUEUE, headers ? withHeaders() : null, BODY);
        }
        window.acquire(WINDOW);
        window.release(WINDOW);
    }

    private static AMQP.BasicProperties withHeaders() {
        Map<String, Object> headers = new HashMap<>(4);
        headers.put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00");
        headers.put("obs-sent", "1760000000000");
        return new AMQP.BasicProperties(null, null, headers, null, null, null, null, null, null, null, null, null, null, null);
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** By all threads, those of the client and of an agent too. */
    private static long allocatedBytes() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = 0;
        for (long allocated : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
            bytes += Math.max(0, allocated);
        }
        return bytes;
    }
}
