package io.obsagent.profile.wire;

import io.obsagent.export.proto.ProtoWriter;
import java.util.Map;
import java.util.UUID;

/**
 * The body of Pyroscope's {@code /push.v1.PusherService/Push} ({@code push.v1.PushRequest}): series of labels with one
 * compressed pprof profile each. Not thread-safe.
 */
public final class PushRequest {
    private final ProtoWriter out = new ProtoWriter(64 * 1024);

    /**
     * @param labels must have {@code __name__} and {@code service_name}
     * @param profile pprof, gzip-compressed
     */
    public void add(Map<String, String> labels, byte[] profile) {
        ProtoWriter series = new ProtoWriter();
        for (Map.Entry<String, String> label : labels.entrySet()) {
            series.message(1, new ProtoWriter().text(1, label.getKey()).text(2, label.getValue()));
        }
        series.message(2, new ProtoWriter().bytes(1, profile).text(2, UUID.randomUUID().toString()));
        out.message(1, series);
    }

    /** Bytes so far. */
    public int size() {
        return out.size();
    }

    public byte[] toByteArray() {
        return out.toByteArray();
    }
}
