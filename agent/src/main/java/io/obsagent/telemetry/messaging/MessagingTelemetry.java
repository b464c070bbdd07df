package io.obsagent.telemetry.messaging;

import io.obsagent.config.MessagingSettings;
import io.obsagent.telemetry.Kind;
import io.obsagent.telemetry.Layer;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.ThreadState;
import io.obsagent.telemetry.propagation.Getter;
import io.obsagent.telemetry.propagation.MalformedHeaders;
import io.obsagent.telemetry.propagation.Propagation;
import io.obsagent.telemetry.propagation.Setter;
import java.net.InetAddress;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Starts the operations of messaging, for every library the same way; {@link Destination#end} ends them. Thread-safe.
 *
 * <p>Kinds and links are those of semantic conventions 1.44: a send whose own context goes into the message is a
 * producer; receiving and settling are client calls; processing is a consumer, child of the producer of a single
 * message (service graphs need that) and linked to it as well.
 */
public final class MessagingTelemetry {
    private final Telemetry telemetry;
    private final Propagation propagation;
    private final MalformedHeaders malformed;
    private final MessagingInstruments instruments;
    private final MessageHeaders capturedHeaders;
    private final ConcurrentHashMap<String, Broker> brokers = new ConcurrentHashMap<>();
    private final Batches batches = new Batches();
    private final BrokerConnections connections = new BrokerConnections();

    public MessagingTelemetry(Telemetry telemetry, Propagation propagation, MessagingSettings settings) {
        this.telemetry = telemetry;
        this.propagation = propagation;
        this.malformed = new MalformedHeaders(telemetry.metrics());
        this.instruments = new MessagingInstruments(telemetry.metrics());
        this.capturedHeaders = new MessageHeaders(settings.capturedHeaders);
    }

    /**
     * The broker behind a connection; for the slow path, callers keep it.
     *
     * @param host as configured; null where unknown
     * @param peerAddress the address behind it; null where unknown
     */
    public Broker broker(String system, String host, int port, String peerAddress, int peerPort) {
        String key = system + ' ' + host + ' ' + port + ' ' + peerAddress + ' ' + peerPort;
        Broker known = brokers.get(key);
        if (known != null) {
            return known;
        }
        Broker made = new Broker(instruments, system, host, port, peerAddress, peerPort);
        Broker raced = brokers.putIfAbsent(key, made);
        return raced == null ? made : raced;
    }

    /**
     * The broker at an address, by the name that was configured: asking for the host name would ask the name service
     * where an address was configured.
     *
     * @param address null where unknown
     */
    public Broker broker(String system, InetAddress address, int port) {
        if (address == null) {
            return broker(system, null, 0, null, 0);
        }
        String text = address.toString();
        int slash = text.indexOf('/');
        String numeric = address.getHostAddress();
        return broker(system, slash > 0 ? text.substring(0, slash) : numeric, port, numeric, port);
    }

    /**
     * The broker at an address.
     *
     * @param server null where unknown
     * @param defaultPort of its protocol
     */
    public Broker brokerAt(String system, URI server, int defaultPort) {
        String host = server == null ? null : server.getHost();
        if (host == null) {
            return broker(system, null, 0, null, 0);
        }
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        return broker(system, bracketed ? host.substring(1, host.length() - 1) : host,
                server.getPort() < 0 ? defaultPort : server.getPort(), null, 0);
    }

    /**
     * Starts a send.
     *
     * @param carried the context that the application put into the message itself, null for none; it is respected
     * @return null when the call is to be left alone: it is part of another send
     */
    public Operation send(Destination destination, Verb verb, RemoteContext carried) {
        Operation operation = send(carried);
        if (operation != null) {
            destination.describe(operation, verb);
        }
        return operation;
    }

    /** As {@link #send(Destination, Verb, RemoteContext)}, where the destination is known at the end ({@link #sent}). */
    public Operation send(RemoteContext carried) {
        boolean foreign = carried != null && carried.hasSpan();
        Operation operation = telemetry.thread().start(Layer.MESSAGING_SEND, foreign ? Kind.CLIENT : Kind.PRODUCER);
        if (operation != null) {
            operation.link(carried);
        }
        return operation;
    }

    /** Ends what {@link #send(RemoteContext)} started with one message; {@code thrown} null for success. */
    public void sent(Operation operation, Destination destination, Throwable thrown) {
        destination.describe(operation, Verb.SEND);
        destination.end(operation, Verb.SEND, thrown);
        destination.sent(Verb.SEND, 1, thrown);
    }

    /**
     * Starts asking for a message; whether there is one, and from where, is known at the end ({@link #received}).
     *
     * @return null when the call is part of another one
     */
    public Operation receive() {
        return telemetry.thread().start(Layer.MESSAGING_RECEIVE, Kind.CLIENT);
    }

    /** Ends what {@link #receive} started with a message. */
    public void received(Operation operation, Destination destination, RemoteContext carried) {
        destination.describe(operation, Verb.RECEIVE);
        operation.link(carried);
        destination.end(operation, Verb.RECEIVE, null);
    }

    /** Ends what {@link #receive} started with a batch; {@link Operation#link} each message's context before. */
    public void receivedBatch(Operation operation, Destination destination, Verb verb, int messages) {
        destination.describe(operation, verb);
        operation.set(MessagingAttributes.BATCH_COUNT, messages);
        destination.end(operation, verb, null);
    }

    /**
     * Starts the processing of a single message.
     *
     * @param carried the context in the message, null for none
     * @return null when the thread is muted, or at work on this very message already
     */
    public Operation process(Destination destination, RemoteContext carried, Object message) {
        ThreadState thread = telemetry.thread();
        Operation enclosing = thread.enclosing(Layer.MESSAGING_PROCESS);
        if (enclosing != null && enclosing.subject() == message) {
            return null;
        }
        Operation operation = thread.startEntry(Layer.MESSAGING_PROCESS, Kind.CONSUMER, carried);
        if (operation != null) {
            operation.subject(message);
            destination.describe(operation, Verb.PROCESS);
            operation.link(carried);
        }
        return operation;
    }

    /** Starts the processing of a batch; {@link Operation#link} each message's context. */
    public Operation processBatch(Destination destination, int messages) {
        Operation operation = telemetry.thread().startEntry(Layer.MESSAGING_PROCESS, Kind.CONSUMER, null);
        if (operation != null) {
            destination.describe(operation, Verb.PROCESS);
            operation.set(MessagingAttributes.BATCH_COUNT, messages);
        }
        return operation;
    }

    /** Starts an acknowledgement or a refusal of messages whose own contexts are not known. */
    public Operation settle(Destination destination, Verb verb) {
        return settle(destination, verb, null);
    }

    /**
     * Starts an acknowledgement or a refusal; in the trace of the message on a thread that works for nothing else, such
     * as one that settles what others have processed.
     *
     * @param carried the context in the message, null for none
     * @return null when the call is part of another one
     */
    public Operation settle(Destination destination, Verb verb, RemoteContext carried) {
        ThreadState thread = telemetry.thread();
        Operation operation = thread.current() == null
                ? thread.startEntry(Layer.MESSAGING_SETTLE, Kind.CLIENT, carried)
                : thread.start(Layer.MESSAGING_SETTLE, Kind.CLIENT);
        if (operation != null) {
            destination.describe(operation, verb);
        }
        return operation;
    }

    /** Records how many messages one call is about; {@link Operation#link} each message's context. */
    public void batch(Operation operation, int messages) {
        operation.set(MessagingAttributes.BATCH_COUNT, messages);
    }

    /** Records what identifies one message on its span; null for what it has not. */
    public void identify(Operation operation, String messageId, String conversationId) {
        operation.set(MessagingAttributes.MESSAGE_ID, messageId);
        operation.set(MessagingAttributes.CONVERSATION_ID, conversationId);
    }

    /** Records the delivery tag of AMQP 0-9-1. */
    public void deliveryTag(Operation operation, long tag) {
        operation.set(MessagingAttributes.DELIVERY_TAG, tag);
    }

    /** Records the partition of a topic. */
    public void partition(Operation operation, int partition) {
        if (operation.sampled()) {
            operation.set(MessagingAttributes.PARTITION, Integer.toString(partition));
        }
    }

    /** Records where in its partition a record of Kafka is. */
    public void offset(Operation operation, long offset) {
        operation.set(MessagingAttributes.OFFSET, offset);
    }

    /**
     * Records the key of a record of Kafka, if the JDK knows its text: that of any other type is the application's code.
     *
     * @param key null for none
     * @param tombstone the record says that there is no value for the key any more
     */
    public void key(Operation operation, Object key, boolean tombstone) {
        if (key instanceof String || key instanceof Long || key instanceof Integer || key instanceof UUID) {
            operation.set(MessagingAttributes.KEY, key.toString());
        }
        if (tombstone) {
            operation.set(MessagingAttributes.TOMBSTONE, true);
        }
    }

    /**
     * Records those headers of one message that the user asked for. For sampled operations, of what the application
     * sends before the agent's own headers are in it.
     *
     * @param headers finds a header by its exact name
     */
    public <C> void captureHeaders(Operation operation, C message, Getter<C> headers) {
        if (operation.sampled() && message != null) {
            capturedHeaders.record(operation, message, headers);
        }
    }

    /** Batches that were polled, for those who see their messages processed. */
    public Batches batches() {
        return batches;
    }

    /** Connections that are watched. */
    public BrokerConnections connections() {
        return connections;
    }

    /** The context in a message; null for none. */
    public <C> RemoteContext extract(C message, Getter<C> getter) {
        return propagation.extract(message, getter, malformed);
    }

    /** Writes the context of a send into its message. */
    public <C> void inject(Operation operation, C message, Setter<C> setter) {
        propagation.inject(operation, message, setter);
    }

    /** Whether contexts are written at all; if not, messages are left as they are. */
    public boolean propagates() {
        return !propagation.fields().isEmpty();
    }
}
