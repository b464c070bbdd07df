package io.obsagent.instrumentation.jettyclient9;

import io.obsagent.telemetry.WeakTable;
import org.eclipse.jetty.client.HttpConversation;
import org.eclipse.jetty.client.HttpRequest;
import org.eclipse.jetty.client.api.Request;

/** The conversations that go on, by the library's own object for them. */
final class Conversations {
    private final WeakTable<HttpConversation, Conversation> known = new WeakTable<>();

    /** Null for a request of another kind, and before its first send. */
    Conversation of(Request request) {
        return request instanceof HttpRequest ? known.get(((HttpRequest) request).getConversation()) : null;
    }

    void begin(HttpRequest request, Conversation conversation) {
        known.put(request.getConversation(), conversation);
    }
}
