package io.obsagent.instrumentation.apachehttpclient5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/** The application's consumer; notices the head of the final response. */
final class TracedConsumer<T> implements AsyncResponseConsumer<T> {
    private final AsyncResponseConsumer<T> original;
    private final AsyncCall call;

    TracedConsumer(AsyncResponseConsumer<T> original, AsyncCall call) {
        this.original = original;
        this.call = call;
    }

    @Override
    public void consumeResponse(HttpResponse response, EntityDetails entity, HttpContext context, FutureCallback<T> result)
            throws HttpException, IOException {
        call.responded(response, context);
        original.consumeResponse(response, entity, context, result);
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) throws HttpException, IOException {
        original.informationResponse(response, context);
    }

    @Override
    public void failed(Exception cause) {
        original.failed(cause);
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        original.updateCapacity(channel);
    }

    @Override
    public void consume(ByteBuffer source) throws IOException {
        original.consume(source);
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) throws HttpException, IOException {
        original.streamEnd(trailers);
    }

    @Override
    public void releaseResources() {
        original.releaseResources();
    }
}
