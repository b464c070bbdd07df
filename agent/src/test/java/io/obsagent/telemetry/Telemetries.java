package io.obsagent.telemetry;

import io.obsagent.config.Settings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Telemetry for tests, with the spans that ended in it. */
public final class Telemetries {
    private final List<Operation> ended = Collections.synchronizedList(new ArrayList<>());
    private final Telemetry telemetry;

    private Telemetries(Map<String, String> environment) {
        telemetry = new Telemetry(Settings.of(null, Collections.emptyMap(), environment), true, ended::add);
    }

    public static Telemetries with(Map<String, String> environment) {
        return new Telemetries(environment);
    }

    public static Telemetries plain() {
        return new Telemetries(Collections.emptyMap());
    }

    public Telemetry telemetry() {
        return telemetry;
    }

    public List<Operation> ended() {
        return ended;
    }
}
