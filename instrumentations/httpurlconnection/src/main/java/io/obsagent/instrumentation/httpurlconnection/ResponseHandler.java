package io.obsagent.instrumentation.httpurlconnection;

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

    ResponseHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        HttpURLConnection connection = (HttpURLConnection) self;
        connections.begin(connection, requests);
        Exchange exchange = connections.running(connection);
        if (exchange == null) {
            return null;
        }
        exchange.depth++;
        return connection;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        HttpURLConnection connection = (HttpURLConnection) scope;
        Exchange exchange = connections.running(connection);
        if (exchange == null || --exchange.depth > 0) {
            return result;
        }
        exchange.over = true;
        int status = status(connection, thrown);
        if (status > 0) {
            exchange.operation.responded(connection, new ResponseReader(status));
        } else if (thrown != null) {
            exchange.operation.failed(thrown);
        } else {
            exchange.operation.cancelled();
        }
        return result;
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
