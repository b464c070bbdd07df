package io.obsagent.instrumentation.protonj;

import io.obsagent.telemetry.Layer;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MapHeaders;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.util.Map;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.codec.DroppingWritableBuffer;
import org.apache.qpid.proton.codec.WritableBuffer;
import org.apache.qpid.proton.message.Message;

/**
 * Every way of encoding ends here. Only until it is done the message has other properties than the application gave it. An
 * encoding inside a send of Vert.x is part of that.
 */
@Weave(type = "org.apache.qpid.proton.message.impl.MessageImpl", method = "encode",
        parameters = "org.apache.qpid.proton.codec.WritableBuffer")
final class EncodeHandler extends Handler {
    private final Telemetry telemetry;
    private final MessagingTelemetry messaging;
    private final Links links;
    private final Created created;

    EncodeHandler(Telemetry telemetry, MessagingTelemetry messaging, Links links, Created created) {
        this.telemetry = telemetry;
        this.messaging = messaging;
        this.links = links;
        this.created = created;
    }

    private static final class Encoding {
        final Operation operation;
        final Destination target;
        final Message message;
        final ApplicationProperties users;

        Encoding(Operation operation, Destination target, Message message, ApplicationProperties users) {
            this.operation = operation;
            this.target = target;
            this.message = message;
            this.users = users;
        }
    }

    @Override
    public Object enter(Object self, Object buffer, Object b, Object c, Object d) {
        Operation current = telemetry.current();
        if (current != null && current.layer() == Layer.MESSAGING_SEND || !messaging.propagates()) {
            return null;
        }
        Message message = (Message) self;
        if (!isToBeSent(message, (WritableBuffer) buffer)) {
            return null;
        }
        ApplicationProperties users = message.getApplicationProperties();
        Map<String, Object> properties = users == null ? null : users.getValue();
        if (Links.isForBroker(message, properties)) {
            return null;
        }
        RemoteContext carried = properties == null ? null : messaging.extract(properties, MapHeaders.ACCESS);
        if (carried != null && carried.hasSpan()) {
            created.remember(new Created.Encoded(carried, message.getAddress()));
            return null;
        }
        Destination target = links.named(message.getAddress());
        Operation operation = messaging.send(target, Verb.CREATE, null);
        if (operation == null) {
            return null;
        }
        Map<String, Object> headers = MapHeaders.sending(properties);
        messaging.inject(operation, headers, MapHeaders.ACCESS);
        operation.attach();
        message.setApplicationProperties(new ApplicationProperties(headers));
        if (!fits(message, (WritableBuffer) buffer)) {
            message.setApplicationProperties(users);
            operation.detach();
            operation.discard();
            created.remember(new Created.Encoded(null, message.getAddress()));
            return null;
        }
        Texts.describe(messaging, operation, message, properties);
        created.remember(new Created.Encoded(messaging.extract(headers, MapHeaders.ACCESS), message.getAddress()));
        return new Encoding(operation, target, message, users);
    }

    /**
     * What follows other bytes, and bytes with nothing else, are parts of a batch, where no properties may be; what is
     * written nowhere is only measured.
     */
    private static boolean isToBeSent(Message message, WritableBuffer buffer) {
        boolean bare = message.getHeader() == null && message.getMessageAnnotations() == null
                && message.getProperties() == null && message.getApplicationProperties() == null;
        boolean part = message.getBody() == null || bare && message.getBody() instanceof Data;
        return !part && buffer.position() == 0 && !(buffer instanceof DroppingWritableBuffer);
    }

    /** The application may have measured its message; a buffer that grows has room for any. */
    private static boolean fits(Message message, WritableBuffer buffer) {
        DroppingWritableBuffer measure = new DroppingWritableBuffer();
        message.encode(measure);
        return measure.position() <= buffer.remaining();
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        Encoding encoding = (Encoding) scope;
        encoding.message.setApplicationProperties(encoding.users);
        encoding.operation.detach();
        encoding.target.end(encoding.operation, Verb.CREATE, thrown);
        return result;
    }
}
