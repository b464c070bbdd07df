package io.obsagent.instrumentation.azureservicebus;

import com.azure.core.amqp.implementation.AmqpSendLink;
import io.obsagent.telemetry.messaging.Destination;
import io.obsagent.telemetry.messaging.MessagingTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.util.Collections;
import java.util.List;
import org.apache.qpid.proton.message.Message;
import reactor.core.publisher.Mono;

/** Every way of sending comes here, once for each attempt; messages are the client's own copies of the application's. */
@Weave(type = "com.azure.core.amqp.implementation.ReactorSender", method = "send", arguments = 0, replacesResult = true,
        parameters = {"org.apache.qpid.proton.message.Message", "org.apache.qpid.proton.amqp.transport.DeliveryState"})
@Weave(type = "com.azure.core.amqp.implementation.ReactorSender", method = "send", arguments = 0, replacesResult = true,
        parameters = {"java.util.List", "org.apache.qpid.proton.amqp.transport.DeliveryState"})
final class SendHandler extends Handler {
    private final MessagingTelemetry messaging;
    private final Brokers brokers;

    SendHandler(MessagingTelemetry messaging, Brokers brokers) {
        this.messaging = messaging;
        this.brokers = brokers;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object enter(Object self, Object sent, Object b, Object c, Object d) {
        List<Message> messages = sent instanceof List ? (List<Message>) sent : Collections.singletonList((Message) sent);
        AmqpSendLink link = (AmqpSendLink) self;
        Destination target = brokers.at(link.getHostname()).named(link.getEntityPath());
        return messages.isEmpty() ? null : Sending.begin(messaging, target, messages);
    }

    @Override
    public Object exit(Object scope, Object answer, Throwable thrown) {
        Sending sending = (Sending) scope;
        sending.leave();
        if (thrown != null) {
            sending.accept(thrown);
            return answer;
        }
        return ((Mono<?>) answer).doOnError(sending).doOnTerminate(sending).doOnCancel(sending);
    }
}
