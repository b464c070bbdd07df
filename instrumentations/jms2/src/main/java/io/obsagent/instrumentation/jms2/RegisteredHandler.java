package io.obsagent.instrumentation.jms2;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** The application asks for its listener and gets its own. */
@Weave(type = "javax.jms.MessageConsumer", implementors = true, method = "getMessageListener", parameters = {},
        replacesResult = true)
final class RegisteredHandler extends Handler {
    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        return self;
    }

    @Override
    public Object exit(Object self, Object result, Throwable thrown) {
        return result instanceof TracedListener ? ((TracedListener) result).listener : result;
    }
}
