package io.obsagent.instrumentation.jms2;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.lang.reflect.Proxy;
import javax.jms.MessageListener;

/**
 * A consumer is given its listener. Lambdas and proxies cannot be woven and are wrapped, once, however many consumers
 * stand in front of the provider's.
 */
@Weave(type = "javax.jms.MessageConsumer", implementors = true, method = "setMessageListener",
        parameters = "javax.jms.MessageListener", replaces = 0)
final class RegisterHandler extends Handler {
    private static final String LAMBDA = "$$Lambda";

    private final Consumers consumers;
    private final Deliveries deliveries;

    RegisterHandler(Consumers consumers, Deliveries deliveries) {
        this.consumers = consumers;
        this.deliveries = deliveries;
    }

    @Override
    public Object enter(Object self, Object listener, Object b, Object c, Object d) {
        if (listener == null) {
            return null;
        }
        if (listener instanceof TracedListener) {
            ((TracedListener) listener).givenTo(self);
            return null;
        }
        consumers.registered(listener, self);
        Class<?> type = listener.getClass();
        return type.getName().contains(LAMBDA) || Proxy.isProxyClass(type) ? self : null;
    }

    @Override
    public Object argument(Object consumer, Object listener) {
        return new TracedListener((MessageListener) listener, consumer, consumers, deliveries);
    }
}
