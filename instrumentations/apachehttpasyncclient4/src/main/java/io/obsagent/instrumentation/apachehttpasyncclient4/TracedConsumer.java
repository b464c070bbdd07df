package io.obsagent.instrumentation.apachehttpasyncclient4;

import java.io.IOException;
import org.apache.http.HttpException;
import org.apache.http.HttpResponse;
import org.apache.http.nio.ContentDecoder;
import org.apache.http.nio.IOControl;
import org.apache.http.nio.protocol.HttpAsyncResponseConsumer;
import org.apache.http.protocol.HttpContext;

/** The application's consumer; notices the head of the final response. */
final class TracedConsumer<T> implements HttpAsyncResponseConsumer<T> {
    private final HttpAsyncResponseConsumer<T> original;
    private final AsyncCall call;

    TracedConsumer(HttpAsyncResponseConsumer<T> original, AsyncCall call) {
        this.original = original;
        this.call = call;
    }

    @Override
    public void responseReceived(HttpResponse response) throws IOException, HttpException {
        call.responded(response);
        original.responseReceived(response);
    }

    @Override
    public void consumeContent(ContentDecoder decoder, IOControl control) throws IOException {
        original.consumeContent(decoder, control);
    }

    @Override
    public void responseCompleted(HttpContext context) {
        original.responseCompleted(context);
    }

    @Override
    public void failed(Exception cause) {
        original.failed(cause);
    }

    @Override
    public Exception getException() {
        return original.getException();
    }

    @Override
    public T getResult() {
        return original.getResult();
    }

    @Override
    public boolean isDone() {
        return original.isDone();
    }

    @Override
    public boolean cancel() {
        return original.cancel();
    }

    @Override
    public void close() throws IOException {
        original.close();
    }
}
