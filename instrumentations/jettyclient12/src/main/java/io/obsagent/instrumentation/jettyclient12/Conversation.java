package io.obsagent.instrumentation.jettyclient12;

import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.http.HttpClientOperation;
import org.eclipse.jetty.client.Connection;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;

/**
 * What the library sends and receives for one send of the application. Its operation is never the context of a thread,
 * so that listeners run in the caller's.
 */
final class Conversation implements Response.CompleteListener {
    private static final ResponseReader RESPONSES = new ResponseReader();

    /** What the calling thread worked for. */
    final Operation caller;
    /** Null for calls that are to be left alone. */
    final HttpClientOperation operation;

    Conversation(Operation caller, HttpClientOperation operation) {
        this.caller = caller;
        this.operation = operation;
    }

    void attempted() {
        if (operation != null) {
            operation.attempted();
        }
    }

    /**
     * For the last response only. Its headers alone would not do: what the library makes of them (too many redirects)
     * is told at the end.
     */
    @Override
    public void onComplete(Result result) {
        if (result.isFailed()) {
            operation.failed(result.getFailure());
        } else {
            Connection connection = result.getRequest().getConnection();
            if (operation.sampled() && connection != null) {
                operation.connectedTo(connection.getRemoteSocketAddress());
            }
            operation.responded(result.getResponse(), RESPONSES);
        }
    }
}
