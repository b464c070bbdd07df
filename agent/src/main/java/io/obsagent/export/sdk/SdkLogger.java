package io.obsagent.export.sdk;

import io.obsagent.config.AgentLog;
import java.util.Arrays;

/** Stands in for {@code java.util.logging.Logger}, as far as the SDK uses it. Thread-safe. */
public final class SdkLogger {
    private final String name;

    private SdkLogger(String name) {
        this.name = name.substring(name.lastIndexOf('.') + 1);
    }

    public static SdkLogger getLogger(String name) {
        return new SdkLogger(name);
    }

    public boolean isLoggable(SdkLevel level) {
        return level.forOperators || AgentLog.isDebug();
    }

    public void log(SdkLevel level, String message) {
        if (level.forOperators) {
            AgentLog.warn(name + ": " + message);
        } else {
            AgentLog.debug(name + ": " + message);
        }
    }

    public void log(SdkLevel level, String message, Throwable thrown) {
        if (level.forOperators) {
            AgentLog.warn(name + ": " + message, thrown);
        } else {
            AgentLog.debug(name + ": " + message, thrown);
        }
    }

    public void log(SdkLevel level, String message, Object parameter) {
        log(level, message + " " + parameter);
    }

    public void log(SdkLevel level, String message, Object[] parameters) {
        log(level, message + " " + Arrays.toString(parameters));
    }

    public void warning(String message) {
        log(SdkLevel.WARNING, message);
    }

    public void info(String message) {
        log(SdkLevel.INFO, message);
    }

    public void fine(String message) {
        log(SdkLevel.FINE, message);
    }
}
