package io.obsagent.export;

import io.obsagent.config.AgentVersion;

/** The instrumentation scope of everything the agent emits. */
public final class Scope {
    public static final String NAME = "io.obsagent";
    public static final String VERSION = AgentVersion.VERSION;
    /** The semantic conventions that names and units follow. */
    public static final String SCHEMA_URL = "https://opentelemetry.io/schemas/1.44.0";

    private Scope() {}
}
