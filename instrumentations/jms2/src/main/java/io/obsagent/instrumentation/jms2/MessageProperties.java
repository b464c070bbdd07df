package io.obsagent.instrumentation.jms2;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.SentTime;
import io.obsagent.telemetry.propagation.Getter;
import io.obsagent.telemetry.propagation.Setter;
import javax.jms.Destination;
import javax.jms.JMSException;
import javax.jms.Message;

/**
 * The properties of a message. Their names are Java identifiers, so a dash is written as other systems do it. Providers
 * throw for what they do not like; the application never sees that.
 */
final class MessageProperties implements Getter<Message>, Setter<Message> {
    /** Keeps what the user set. */
    static final MessageProperties ACCESS = new MessageProperties(false);
    /** For a message that is sent again: what the agent wrote the first time no longer holds. */
    static final MessageProperties AGAIN = new MessageProperties(true);

    private static final String DASH = "__dash__";
    private static final String SENT = encoded(SentTime.HEADER);

    private final boolean replacing;

    private MessageProperties(boolean replacing) {
        this.replacing = replacing;
    }

    private static String encoded(String name) {
        return name.indexOf('-') < 0 ? name : name.replace("-", DASH);
    }

    @Override
    public String get(Message message, String name) {
        return property(message, encoded(name));
    }

    private static String property(Message message, String name) {
        try {
            return message.getStringProperty(name);
        } catch (JMSException | RuntimeException e) {
            return null;
        }
    }

    @Override
    public void set(Message message, String name, String value) {
        String property = encoded(name);
        if (replacing || property(message, property) == null) {
            put(message, property, value);
        }
    }

    private static boolean put(Message message, String name, String value) {
        try {
            message.setStringProperty(name, value);
            return true;
        } catch (JMSException | RuntimeException e) {
            return false;
        }
    }

    /** Whether the agent has written into this message before. */
    static boolean isOurs(Message message) {
        return property(message, SENT) != null;
    }

    /** Writes the time of sending; false for a message that is not writable, such as one just received. */
    static boolean markSent(Message message) {
        return put(message, SENT, Long.toString(System.currentTimeMillis()));
    }

    /** When the message was sent, in milliseconds of the epoch; 0 where that is not known. */
    static long sentAt(Message message) {
        long marked = SentTime.parse(property(message, SENT));
        if (marked > 0) {
            return marked;
        }
        try {
            return message.getJMSTimestamp();
        } catch (JMSException | RuntimeException e) {
            return 0;
        }
    }

    /** Where a received message was sent to; null where the provider cannot tell. */
    static Destination destination(Message message) {
        try {
            return message.getJMSDestination();
        } catch (JMSException | RuntimeException e) {
            return null;
        }
    }

    static boolean isRedelivered(Message message) {
        try {
            return message.getJMSRedelivered();
        } catch (JMSException | RuntimeException e) {
            return false;
        }
    }

    /** Records what identifies a message; when one is sent, the provider names it meanwhile. */
    static void identify(MessagingTelemetry messaging, Operation operation, Message message) {
        if (operation.sampled()) {
            try {
                messaging.identify(operation, message.getJMSMessageID(), message.getJMSCorrelationID());
            } catch (JMSException | RuntimeException e) {
                // A correlation id that is bytes and no string.
            }
        }
    }
}
