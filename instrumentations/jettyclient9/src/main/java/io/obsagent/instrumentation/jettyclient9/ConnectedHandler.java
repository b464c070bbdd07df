package io.obsagent.instrumentation.jettyclient9;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.eclipse.jetty.client.HttpExchange;
import org.eclipse.jetty.client.http.HttpChannelOverHTTP;

/** A request has got a connection. */
@Weave(type = "org.eclipse.jetty.client.http.HttpChannelOverHTTP", method = "send",
        parameters = "org.eclipse.jetty.client.HttpExchange")
final class ConnectedHandler extends Handler {
    private final Conversations conversations;

    ConnectedHandler(Conversations conversations) {
        this.conversations = conversations;
    }

    @Override
    public Object enter(Object self, Object exchange, Object b, Object c, Object d) {
        Conversation conversation = conversations.of(((HttpExchange) exchange).getRequest());
        if (conversation != null && conversation.operation != null) {
            conversation.operation.connectedTo(
                    ((HttpChannelOverHTTP) self).getHttpConnection().getEndPoint().getRemoteAddress());
        }
        return null;
    }
}
