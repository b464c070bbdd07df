package io.obsagent.instrumentation.httpurlconnection;

import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;

/** Around the one method through which everything of a response is asked for, status code and headers included. */
@Weave(type = "sun.net.www.protocol.http.HttpURLConnection", method = "getInputStream", parameters = {})
final class ResponseHandler extends Handler {
    private final Connections connections;
    private final RequestReader requests = new RequestReader(false);
    private final ResponseReader responses = new ResponseReader(0);

    ResponseHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        HttpURLConnection connection = (HttpURLConnection) self;
        connections.begin(connection, requests);
        return connections.ask(connection) == null ? null : connection;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        HttpURLConnection connection = (HttpURLConnection) scope;
        try {
            HttpClientOperation call = connections.running(connection);
            if (call != null) {
                end(call, connection, thrown);
            }
        } finally {
            connections.answered();
        }
        return result;
    }

    private void end(HttpClientOperation call, HttpURLConnection connection, Throwable thrown) {
        int status = status(connection, thrown);
        if (status > 0) {
            call.responded(connection, thrown instanceof HttpRetryException ? new ResponseReader(status) : responses);
        } else if (thrown != null) {
            call.failed(thrown);
        } else {
            call.cancelled();
        }
    }

    /** The status of the response, 0 for none. Asks only where the answer is there: asking must not send anything. */
    private static int status(HttpURLConnection connection, Throwable thrown) {
        if (thrown instanceof HttpRetryException) {
            return ((HttpRetryException) thrown).responseCode();
        }
        if (thrown != null && !(thrown instanceof FileNotFoundException) && !tellsStatus(thrown)) {
            return 0;
        }
        try {
            return connection.getResponseCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private static boolean tellsStatus(Throwable thrown) {
        String message = thrown.getMessage();
        return message != null && message.startsWith("Server returned HTTP response code");
    }
}
