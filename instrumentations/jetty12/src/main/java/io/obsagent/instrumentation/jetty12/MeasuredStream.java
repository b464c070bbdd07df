package io.obsagent.instrumentation.jetty12;

import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.propagation.Getter;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.util.Callback;

/** Sees the response that really goes out, an error page as well, and when it is complete. */
final class MeasuredStream extends HttpStream.Wrapper {
    private static final Getter<MetaData.Response> HEADERS = new Getter<MetaData.Response>() {
        @Override
        public String get(MetaData.Response response, String name) {
            return JettyRequestReader.joined(response.getHttpFields(), name);
        }
    };

    private final HttpServerOperation operation;
    private volatile MetaData.Response response;

    MeasuredStream(HttpStream wrapped, HttpServerOperation operation) {
        super(wrapped);
        this.operation = operation;
    }

    @Override
    public void send(MetaData.Request request, MetaData.Response head, boolean last, ByteBuffer content, Callback callback) {
        if (head != null && head.getStatus() >= 200) {
            response = head;
        }
        super.send(request, head, last, content, callback);
    }

    @Override
    public void succeeded() {
        end();
        super.succeeded();
    }

    @Override
    public void failed(Throwable failure) {
        operation.escaped(failure);
        end();
        super.failed(failure);
    }

    private void end() {
        MetaData.Response sent = response;
        operation.end(sent == null ? 0 : sent.getStatus(), sent, HEADERS);
    }
}
