package io.obsagent.instrumentation.okhttp;

import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.telemetry.http.HttpClientTelemetry;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import okhttp3.Connection;
import okhttp3.Interceptor;

/** Where a request is written, to a connection that is known by now. */
@Weave(type = "okhttp3.internal.http.CallServerInterceptor", method = "intercept", arguments = 0)
final class ConnectedHandler extends Handler {
    private final HttpClientTelemetry client;

    ConnectedHandler(HttpClientTelemetry client) {
        this.client = client;
    }

    @Override
    public Object enter(Object self, Object chain, Object b, Object c, Object d) {
        HttpClientOperation operation = client.attached();
        Connection connection = operation == null ? null : ((Interceptor.Chain) chain).connection();
        if (connection != null) {
            operation.connectedTo(connection.route().socketAddress());
        }
        return null;
    }
}
