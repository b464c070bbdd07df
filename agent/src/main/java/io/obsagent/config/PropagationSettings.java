package io.obsagent.config;

import java.util.List;

/** Which headers carry the context between processes. Immutable. */
public final class PropagationSettings {
    /** In the order given, each once; empty for {@code none}. */
    public final List<Propagator> propagators;

    private PropagationSettings(Settings settings) {
        propagators = settings.choices(Keys.PROPAGATORS, Propagator.values());
    }

    public static PropagationSettings of(Settings settings) {
        return new PropagationSettings(settings);
    }
}
