package io.obsagent.config;

/** Whether the agent works at all, and which libraries it touches. Cheap enough for premain. Immutable. */
public final class AgentSettings {
    /** False with {@code obs.enabled=false} or {@code otel.sdk.disabled=true}. */
    public final boolean enabled;

    /** What the agent's log lets through. */
    public final LogLevel logLevel;

    private final Settings settings;

    private AgentSettings(Settings settings) {
        this.settings = settings;
        enabled = settings.flag(Keys.ENABLED) && !settings.flag(Keys.SDK_DISABLED);
        logLevel = LogLevel.of(settings);
    }

    public static AgentSettings of(Settings settings) {
        return new AgentSettings(settings);
    }

    /**
     * Whether {@code obs.instrumentation.<name>.enabled} is on. A library ({@code jdbc}) is on unless it is switched off, an
     * option of one ({@code jdbc.rows}) is off unless it is switched on. {@code parameters} of servlets are on as soon as some
     * are listed.
     */
    public boolean instruments(String name) {
        Key key = Keys.INSTRUMENTATION_ENABLED.of(name);
        boolean listed = name.endsWith(".parameters") && !settings.list(Keys.SERVLET_PARAMETERS).isEmpty();
        return settings.flag(listed || name.indexOf('.') < 0 ? key : key.withDefault("false"));
    }
}
