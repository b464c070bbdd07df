package io.obsagent.instrumentation.rabbitmq;

import com.rabbitmq.client.AMQP;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** The broker sends back a mandatory message that no queue takes. */
@Weave(type = "com.rabbitmq.client.impl.ChannelN", method = "callReturnListeners", arguments = 1)
final class ReturnHandler extends Handler {
    private final Channels channels;

    ReturnHandler(Channels channels) {
        this.channels = channels;
    }

    @Override
    public Object enter(Object self, Object returned, Object b, Object c, Object d) {
        AMQP.Basic.Return method = (AMQP.Basic.Return) returned;
        channels.of(self).connection.broker().target(method.getExchange(), method.getRoutingKey()).returned();
        return null;
    }
}
