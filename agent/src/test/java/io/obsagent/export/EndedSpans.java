package io.obsagent.export;

import io.obsagent.config.Settings;
import io.obsagent.telemetry.Kind;
import io.obsagent.telemetry.Layer;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.RemoteContext;
import io.obsagent.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Makes spans as handlers do. */
public final class EndedSpans {
    private final List<Operation> ended = new ArrayList<>();
    private final Telemetry telemetry;

    public EndedSpans() {
        this(Collections.emptyMap());
    }

    EndedSpans(Map<String, String> environment) {
        telemetry = new Telemetry(Settings.of(null, Collections.emptyMap(), environment), true, ended::add);
    }

    /** A request that has just come in; it is up to the caller to end it. */
    Operation request(RemoteContext remote) {
        return telemetry.thread().startEntry(Layer.HTTP_SERVER, Kind.SERVER, remote);
    }

    /** Requests that have ended, one of each name. */
    public List<Operation> ended(String... names) {
        for (String name : names) {
            Operation operation = request(null);
            operation.name(name);
            operation.end(null);
        }
        return taken();
    }

    /** All that have ended and were not taken before. */
    List<Operation> taken() {
        List<Operation> taken = new ArrayList<>(ended);
        ended.clear();
        return taken;
    }
}
