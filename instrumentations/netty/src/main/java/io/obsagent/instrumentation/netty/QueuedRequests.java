package io.obsagent.instrumentation.netty;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.obsagent.telemetry.WeakTable;
import io.obsagent.telemetry.http.HttpServerOperation;
import io.obsagent.telemetry.http.Resumed;
import java.lang.ref.WeakReference;

/**
 * Requests that reactor-netty put aside because the response before was not all out when they came (a client that
 * reuses its connection at once is enough), and takes up later, outside the read that brought them.
 */
final class QueuedRequests {
    /** Weak, because a pipeline keeps its handlers, which are the keys. */
    private final WeakTable<Object, WeakReference<ChannelPipeline>> pipelines = new WeakTable<>();

    void added(Object trafficHandler, ChannelPipeline pipeline) {
        pipelines.put(trafficHandler, new WeakReference<>(pipeline));
    }

    /** Null where there is nothing to go on with. */
    Resumed takeUp(Object trafficHandler) {
        WeakReference<ChannelPipeline> known = pipelines.get(trafficHandler);
        ChannelPipeline pipeline = known == null ? null : known.get();
        ChannelHandler spans = pipeline == null ? null : pipeline.get(ServerSpans.NAME);
        HttpServerOperation oldest = spans instanceof ServerSpans ? ((ServerSpans) spans).oldest() : null;
        return oldest == null ? null : oldest.resume();
    }
}
