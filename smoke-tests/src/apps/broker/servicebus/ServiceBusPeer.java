import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.UnsignedLong;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.MessageAnnotations;
import org.apache.qpid.proton.amqp.messaging.Modified;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.codec.AMQPDefinedTypes;
import org.apache.qpid.proton.codec.DecoderImpl;
import org.apache.qpid.proton.codec.EncoderImpl;
import org.apache.qpid.proton.engine.BaseHandler;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Event;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.message.Message;
import org.apache.qpid.proton.reactor.FlowController;
import org.apache.qpid.proton.reactor.Handshaker;

/**
 * What Azure Service Bus is to its client over AMQP 1.0, without TLS as its emulator: tokens are taken for good, queues are
 * made when asked for, batches come apart, what is modified comes again and what is rejected is a dead letter.
 */
public final class ServiceBusPeer extends BaseHandler {
    private static final String TOKENS = "$cbs";
    private static final String DEAD_LETTERS = "/$deadletterqueue";
    private static final int BATCH = 0x80013700;
    private static final int LARGEST = 256 * 1024;
    private static final long LOCKED = 30_000;

    private final Map<String, Deque<Message>> queues = new HashMap<>();
    private final List<Sender> takers = new ArrayList<>();
    private long tags;

    private ServiceBusPeer() {
        add(new Handshaker());
        add(new FlowController());
    }

    /** First argument: the port to listen on. Ends with its standard input. */
    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        Thread server = new Thread(() -> serve(port));
        server.setDaemon(true);
        server.start();
        while (System.in.read() >= 0) {
            continue;
        }
    }

    private static void serve(int port) {
        try {
            Proton.reactor(new BaseHandler() {
                @Override
                public void onReactorInit(Event event) {
                    try {
                        event.getReactor().acceptor("127.0.0.1", port, new ServiceBusPeer());
                        System.out.println("port " + port);
                    } catch (java.io.IOException refused) {
                        throw new java.io.UncheckedIOException(refused);
                    }
                }
            }).run();
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    @Override
    public void onLinkRemoteOpen(Event event) {
        Link link = event.getLink();
        link.setMaxMessageSize(UnsignedLong.valueOf(LARGEST));
        link.setSource(link.getRemoteSource());
        link.setTarget(link.getRemoteTarget());
        if (link instanceof Sender) {
            takers.add((Sender) link);
        }
    }

    @Override
    public void onLinkRemoteClose(Event event) {
        takers.remove(event.getLink());
    }

    @Override
    public void onLinkFlow(Event event) {
        deliver();
    }

    @Override
    public void onDelivery(Event event) {
        Delivery delivery = event.getDelivery();
        if (delivery.getLink() instanceof Sender) {
            answered(delivery);
        } else if (delivery.isReadable() && !delivery.isPartial()) {
            arrived(delivery);
        }
    }

    private void arrived(Delivery delivery) {
        Receiver link = (Receiver) delivery.getLink();
        byte[] bytes = new byte[delivery.pending()];
        link.recv(bytes, 0, bytes.length);
        link.advance();
        String address = ((Target) link.getRemoteTarget()).getAddress();
        if (delivery.getMessageFormat() == BATCH) {
            for (byte[] part : parts(bytes)) {
                queue(address).add(decoded(part));
            }
        } else if (address.equals(TOKENS)) {
            queue(TOKENS).add(granted(decoded(bytes)));
        } else {
            queue(address).add(decoded(bytes));
        }
        delivery.disposition(Accepted.getInstance());
        delivery.settle();
        deliver();
    }

    private static Message granted(Message request) {
        Message answer = Proton.message();
        answer.setCorrelationId(request.getMessageId());
        answer.setApplicationProperties(new ApplicationProperties(
                new HashMap<>(Map.of("status-code", 202, "status-description", "Accepted"))));
        return answer;
    }

    private static Message decoded(byte[] bytes) {
        Message message = Proton.message();
        message.decode(bytes, 0, bytes.length);
        return message;
    }

    private static List<byte[]> parts(byte[] batch) {
        DecoderImpl decoder = new DecoderImpl();
        AMQPDefinedTypes.registerAllTypes(decoder, new EncoderImpl(decoder));
        ByteBuffer rest = ByteBuffer.wrap(batch);
        decoder.setByteBuffer(rest);
        List<byte[]> parts = new ArrayList<>();
        while (rest.hasRemaining()) {
            Object section = decoder.readObject();
            if (section instanceof Data) {
                parts.add(((Data) section).getValue().getArray());
            }
        }
        return parts;
    }

    private Deque<Message> queue(String address) {
        return queues.computeIfAbsent(address, made -> new ArrayDeque<>());
    }

    private void deliver() {
        for (Sender taker : takers) {
            Deque<Message> queue = queue(((Source) taker.getRemoteSource()).getAddress());
            while (taker.getCredit() > 0 && !queue.isEmpty()) {
                give(taker, queue.remove());
            }
        }
    }

    private void give(Sender taker, Message message) {
        message.setDurable(true);
        message.setMessageAnnotations(new MessageAnnotations(new HashMap<>(Map.of(
                Symbol.valueOf("x-opt-sequence-number"), ++tags,
                Symbol.valueOf("x-opt-enqueued-time"), new Date(),
                Symbol.valueOf("x-opt-locked-until"), new Date(System.currentTimeMillis() + LOCKED)))));
        byte[] bytes = new byte[LARGEST];
        int size = message.encode(bytes, 0, bytes.length);
        UUID lock = UUID.randomUUID();
        Delivery delivery = taker.delivery(ByteBuffer.allocate(16)
                .putLong(lock.getMostSignificantBits()).putLong(lock.getLeastSignificantBits()).array());
        delivery.setContext(message);
        taker.send(bytes, 0, size);
        taker.advance();
    }

    private void answered(Delivery delivery) {
        DeliveryState outcome = delivery.getRemoteState();
        if (outcome == null || delivery.isSettled()) {
            return;
        }
        Message message = (Message) delivery.getContext();
        String address = ((Source) delivery.getLink().getRemoteSource()).getAddress();
        if (outcome instanceof Modified) {
            message.setDeliveryCount(message.getDeliveryCount() + 1);
            queue(address).add(message);
        } else if (outcome instanceof Rejected) {
            queue(address + DEAD_LETTERS).add(message);
        }
        delivery.disposition(outcome);
        delivery.settle();
        deliver();
    }
}
