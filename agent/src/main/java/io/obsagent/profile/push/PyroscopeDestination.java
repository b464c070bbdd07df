package io.obsagent.profile.push;

import io.obsagent.profile.model.Profile;
import io.obsagent.profile.model.ProfileKind;
import io.obsagent.profile.model.ProfileWindow;
import io.obsagent.profile.wire.Gzip;
import io.obsagent.profile.wire.PprofEncoder;
import io.obsagent.profile.wire.PushRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** Pyroscope's push API: one series a kind of profile, pprof inside, several series a request. */
public final class PyroscopeDestination implements Destination {
    /** A server takes 4 MB a second with bursts of 2 MB unless set otherwise. */
    private static final int MOST_REQUEST_BYTES = 1_500_000;

    private final String address;
    private final Map<String, String> labels;
    private final Outbox outbox;

    /** @param labels of every series; must have {@code service_name} */
    public PyroscopeDestination(String address, Map<String, String> labels, Outbox outbox) {
        this.address = address;
        this.labels = new LinkedHashMap<>(labels);
        this.outbox = outbox;
    }

    @Override
    public void send(ProfileWindow window) {
        PprofEncoder encoder = new PprofEncoder(window, true);
        PushRequest request = new PushRequest();
        for (Profile profile : window.profiles) {
            for (byte[] part : encoder.encodeSplit(profile)) {
                byte[] compressed = Gzip.compress(part);
                if (request.size() > 0 && request.size() + compressed.length > MOST_REQUEST_BYTES) {
                    outbox.add(request.toByteArray());
                    request = new PushRequest();
                }
                request.add(seriesLabels(profile.kind), compressed);
            }
        }
        if (request.size() > 0) {
            outbox.add(request.toByteArray());
        }
    }

    @Override
    public void close(long millis) {
        outbox.close(millis);
    }

    @Override
    public String address() {
        return address;
    }

    private Map<String, String> seriesLabels(ProfileKind kind) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("__name__", kind.series);
        // Values are of this window. Without the label "memory" profiles are taken for running totals.
        all.put("__delta__", "false");
        all.put("pyroscope_spy", "javaspy");
        all.putAll(labels);
        return all;
    }
}
