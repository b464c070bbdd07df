package io.obsagent.instrumentation.jms2;

import io.obsagent.telemetry.messaging.Broker;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageProducer;
import javax.jms.Queue;
import javax.jms.TemporaryQueue;
import javax.jms.TemporaryTopic;
import javax.jms.Topic;

/** Where messages go to and come from. */
final class Destinations {
    /** Of ActiveMQ Classic and of Artemis. */
    private static final String ACTIVEMQ = "org.apache.activemq.";

    private final MessagingTelemetry messaging;
    private volatile Broker activemq;
    private volatile Broker other;

    Destinations(MessagingTelemetry messaging) {
        this.messaging = messaging;
    }

    /** What a producer sends to when it is not told a destination. */
    Destination target(Object producer, SessionState session) {
        javax.jms.Destination destination = null;
        try {
            destination = ((MessageProducer) producer).getDestination();
        } catch (JMSException | RuntimeException e) {
            // A closed producer; its send fails and says so.
        }
        return of(destination, producer, session);
    }

    /** Where a received message was sent to. */
    Destination source(Message message, SessionState session) {
        return of(MessageProperties.destination(message), message, session);
    }

    /**
     * @param destination null where it is not known
     * @param provided an object of the provider, which tells the system where the destination does not
     * @param session over which it is reached; null where it is not known
     */
    Destination of(javax.jms.Destination destination, Object provided, SessionState session) {
        Broker broker = session == null ? broker(destination == null ? provided : destination) : session.broker();
        return isTemporary(destination) ? broker.temporary(name(destination)) : broker.named(name(destination));
    }

    static boolean isTemporary(javax.jms.Destination destination) {
        return destination instanceof TemporaryQueue || destination instanceof TemporaryTopic;
    }

    /** Null for none. */
    static String name(javax.jms.Destination destination) {
        try {
            return destination instanceof Queue ? ((Queue) destination).getQueueName()
                    : destination instanceof Topic ? ((Topic) destination).getTopicName() : null;
        } catch (JMSException | RuntimeException e) {
            return null;
        }
    }

    private Broker broker(Object provided) {
        if (provided.getClass().getName().startsWith(ACTIVEMQ)) {
            Broker known = activemq;
            return known == null ? activemq = messaging.broker("activemq", null, 0, null, 0) : known;
        }
        Broker known = other;
        return known == null ? other = messaging.broker("jms", null, 0, null, 0) : known;
    }
}
