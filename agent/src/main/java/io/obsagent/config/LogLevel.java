package io.obsagent.config;

/** How much the agent says on standard error; each level includes the ones before it. */
public enum LogLevel {
    OFF,
    ERROR,
    WARN,
    INFO,
    DEBUG;

    /** {@code obs.log.level}, else {@code otel.log.level}, else {@link #INFO}. */
    public static LogLevel of(Settings settings) {
        return settings.choice(settings.isSet(Keys.LOG_LEVEL) ? Keys.LOG_LEVEL : Keys.OTEL_LOG_LEVEL, values());
    }
}
