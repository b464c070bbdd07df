package io.obsagent.export.transport;

import java.io.IOException;

/** The backend cannot be talked to as configured; trying again soon does not help. The message names the setting. */
public final class ConfigurationException extends IOException {
    private static final long serialVersionUID = 1;

    public ConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
