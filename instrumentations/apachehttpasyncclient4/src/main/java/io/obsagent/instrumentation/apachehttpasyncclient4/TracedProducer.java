package io.obsagent.instrumentation.apachehttpasyncclient4;

import java.io.IOException;
import org.apache.http.HttpException;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.nio.ContentEncoder;
import org.apache.http.nio.IOControl;
import org.apache.http.nio.protocol.HttpAsyncRequestProducer;
import org.apache.http.protocol.HttpContext;

/** The application's producer; notices the request on its way. */
final class TracedProducer implements HttpAsyncRequestProducer {
    private final HttpAsyncRequestProducer original;
    private final AsyncCall call;

    TracedProducer(HttpAsyncRequestProducer original, AsyncCall call) {
        this.original = original;
        this.call = call;
    }

    @Override
    public HttpRequest generateRequest() throws IOException, HttpException {
        HttpRequest request = original.generateRequest();
        call.sending(original.getTarget(), request);
        return request;
    }

    @Override
    public HttpHost getTarget() {
        return original.getTarget();
    }

    @Override
    public void produceContent(ContentEncoder encoder, IOControl control) throws IOException {
        original.produceContent(encoder, control);
    }

    @Override
    public void requestCompleted(HttpContext context) {
        call.sent(context);
        original.requestCompleted(context);
    }

    @Override
    public void failed(Exception cause) {
        original.failed(cause);
    }

    @Override
    public boolean isRepeatable() {
        return original.isRepeatable();
    }

    @Override
    public void resetRequest() throws IOException {
        original.resetRequest();
    }

    @Override
    public void close() throws IOException {
        original.close();
    }
}
