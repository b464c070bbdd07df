package io.obsagent.instrumentation.jettyclient9;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.eclipse.jetty.client.api.Result;

/** Around the call of the application's listeners at the end: they belong to the caller. */
@Weave(type = "org.eclipse.jetty.client.ResponseNotifier", method = "notifyComplete", arguments = 1,
        parameters = {"java.util.List", "org.eclipse.jetty.client.api.Result"})
final class CompleteHandler extends Handler {
    private static final Object NOTHING = new Object();

    private final Telemetry telemetry;
    private final Conversations conversations;

    CompleteHandler(Telemetry telemetry, Conversations conversations) {
        this.telemetry = telemetry;
        this.conversations = conversations;
    }

    @Override
    public Object enter(Object self, Object result, Object b, Object c, Object d) {
        Conversation conversation = conversations.of(((Result) result).getRequest());
        if (conversation == null) {
            return null;
        }
        Operation before = telemetry.thread().swap(conversation.caller);
        return before == null ? NOTHING : before;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        telemetry.thread().swap(scope == NOTHING ? null : (Operation) scope);
        return result;
    }
}
