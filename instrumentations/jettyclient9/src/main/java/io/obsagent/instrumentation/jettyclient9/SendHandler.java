package io.obsagent.instrumentation.jettyclient9;

import io.obsagent.telemetry.Telemetry;
import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.telemetry.http.HttpClientTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import org.eclipse.jetty.client.HttpRequest;

/** Around the one method that every send ends in; redirects and challenges come through it again. */
@Weave(type = "org.eclipse.jetty.client.HttpRequest", method = "send", arguments = {},
        parameters = "org.eclipse.jetty.client.api.Response$CompleteListener")
final class SendHandler extends Handler {
    private final HttpClientTelemetry client;
    private final Telemetry telemetry;
    private final Conversations conversations;
    private final RequestReader requests = new RequestReader();

    SendHandler(HttpClientTelemetry client, Telemetry telemetry, Conversations conversations) {
        this.client = client;
        this.telemetry = telemetry;
        this.conversations = conversations;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        HttpRequest request = (HttpRequest) self;
        Conversation known = conversations.of(request);
        if (known != null) {
            known.attempted();
            return null;
        }
        HttpClientOperation operation = client.start(request, requests);
        Conversation conversation = new Conversation(telemetry.thread().current(), operation);
        conversations.begin(request, conversation);
        if (operation == null) {
            return null;
        }
        conversation.attempted();
        operation.inject(request, requests);
        request.onComplete(conversation);
        return operation;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        if (thrown != null) {
            ((HttpClientOperation) scope).failed(thrown);
        }
        return result;
    }
}
