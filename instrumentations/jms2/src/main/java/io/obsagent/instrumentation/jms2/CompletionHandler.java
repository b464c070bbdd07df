package io.obsagent.instrumentation.jms2;

import io.obsagent.telemetry.messaging.Verb;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** The broker has answered for a message that was sent without waiting. */
@Weave(type = "javax.jms.CompletionListener", implementors = true, method = "onCompletion", parameters = "javax.jms.Message")
@Weave(type = "javax.jms.CompletionListener", implementors = true, method = "onException",
        parameters = {"javax.jms.Message", "java.lang.Exception"})
final class CompletionHandler extends Handler {
    private final Completions completions;

    CompletionHandler(Completions completions) {
        this.completions = completions;
    }

    @Override
    public Object enter(Object self, Object message, Object exception, Object c, Object d) {
        if (message != null) {
            completions.awaited.answered(message, exception == null ? Verb.ACK : Verb.NACK);
        }
        return null;
    }
}
