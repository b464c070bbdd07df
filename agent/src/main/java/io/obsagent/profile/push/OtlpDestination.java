package io.obsagent.profile.push;

import io.obsagent.profile.model.ProfileWindow;
import io.obsagent.profile.wire.Gzip;
import io.obsagent.profile.wire.OtlpProfilesEncoder;
import java.util.Map;

/** OTLP profiles over HTTP, gzip-compressed. */
public final class OtlpDestination implements Destination {
    private final String address;
    private final OtlpProfilesEncoder encoder;
    private final Outbox outbox;

    public OtlpDestination(String address, Map<String, String> resource, Outbox outbox) {
        this.address = address;
        this.encoder = new OtlpProfilesEncoder(resource);
        this.outbox = outbox;
    }

    @Override
    public void send(ProfileWindow window) {
        if (window.profiles.isEmpty()) {
            return;
        }
        for (byte[] request : encoder.encodeSplit(window)) {
            outbox.add(Gzip.compress(request));
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
}
