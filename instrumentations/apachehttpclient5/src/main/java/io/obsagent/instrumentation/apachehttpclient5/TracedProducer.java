package io.obsagent.instrumentation.apachehttpclient5;

import java.io.IOException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/** The application's producer; notices the request on its way. */
final class TracedProducer implements AsyncRequestProducer {
    private final AsyncRequestProducer original;
    private final AsyncCall call;

    TracedProducer(AsyncRequestProducer original, AsyncCall call) {
        this.original = original;
        this.call = call;
    }

    @Override
    public void sendRequest(RequestChannel channel, HttpContext context) throws HttpException, IOException {
        original.sendRequest((request, entity, requestContext) -> {
            call.sending(request);
            channel.sendRequest(request, entity, requestContext);
        }, context);
    }

    @Override
    public boolean isRepeatable() {
        return original.isRepeatable();
    }

    @Override
    public void failed(Exception cause) {
        original.failed(cause);
    }

    @Override
    public int available() {
        return original.available();
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        original.produce(channel);
    }

    @Override
    public void releaseResources() {
        original.releaseResources();
    }
}
