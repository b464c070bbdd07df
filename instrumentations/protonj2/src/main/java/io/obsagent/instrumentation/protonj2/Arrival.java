package io.obsagent.instrumentation.protonj2;

import io.obsagent.telemetry.messaging.Unsettled;
import java.util.Map;
import org.apache.qpid.protonj2.buffer.ProtonBuffer;
import org.apache.qpid.protonj2.codec.CodecFactory;
import org.apache.qpid.protonj2.codec.Decoder;
import org.apache.qpid.protonj2.codec.DecoderState;
import org.apache.qpid.protonj2.types.messaging.ApplicationProperties;
import org.apache.qpid.protonj2.types.messaging.Header;
import org.apache.qpid.protonj2.types.messaging.Properties;

/** What stands in an encoded message before its body. */
final class Arrival {
    /** How a section begins: a described type, named by a small number. */
    private static final int DESCRIBED = 0x00;
    private static final int SMALL_NUMBER = 0x53;
    private static final int HEADER = 0x70;
    private static final int APPLICATION_PROPERTIES = 0x74;

    private Header header;
    private Properties properties;
    private ApplicationProperties applicationProperties;
    /** Set once, before the application can get it. */
    Unsettled.Delivery held;

    private Arrival() {}

    /** Reads from the buffer and puts it back to where it was. */
    static Arrival read(ProtonBuffer buffer) {
        Arrival arrival = new Arrival();
        int start = buffer.getReadOffset();
        try {
            Decoder decoder = CodecFactory.getDefaultDecoder();
            DecoderState state = decoder.newDecoderState();
            while (isBeforeBody(buffer)) {
                arrival.take(decoder.readObject(buffer, state));
            }
        } catch (RuntimeException e) {
            // Not well encoded; the application will hear of it when it decodes the message.
        } finally {
            buffer.setReadOffset(start);
        }
        return arrival;
    }

    private static boolean isBeforeBody(ProtonBuffer buffer) {
        int at = buffer.getReadOffset();
        if (buffer.getReadableBytes() < 3 || buffer.getByte(at) != DESCRIBED || buffer.getByte(at + 1) != SMALL_NUMBER) {
            return false;
        }
        int section = buffer.getByte(at + 2) & 0xff;
        return section >= HEADER && section <= APPLICATION_PROPERTIES;
    }

    private void take(Object section) {
        if (section instanceof Header) {
            header = (Header) section;
        } else if (section instanceof Properties) {
            properties = (Properties) section;
        } else if (section instanceof ApplicationProperties) {
            applicationProperties = (ApplicationProperties) section;
        }
    }

    boolean isRedelivered() {
        return header != null && header.getDeliveryCount() > 0;
    }

    /** Null for none. */
    Map<String, Object> headers() {
        return applicationProperties == null ? null : applicationProperties.getValue();
    }

    String messageId() {
        return properties == null ? null : MessageProperties.text(properties.getMessageId());
    }

    String correlationId() {
        return properties == null ? null : MessageProperties.text(properties.getCorrelationId());
    }

    /** By the sender's clock, in milliseconds of the epoch; 0 where it does not say. */
    long createdAt() {
        return properties != null && properties.hasCreationTime() ? properties.getCreationTime() : 0;
    }
}
