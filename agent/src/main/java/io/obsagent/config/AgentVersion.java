package io.obsagent.config;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The versions of the agent and of the OpenTelemetry SDK in it, as the build wrote them beside this class. */
public final class AgentVersion {
    public static final String VERSION;
    public static final String OPENTELEMETRY;

    static {
        Properties versions = new Properties();
        try (InputStream in = AgentVersion.class.getResourceAsStream("version.txt")) {
            if (in != null) {
                versions.load(in);
            }
        } catch (IOException e) {
            versions.clear();
        }
        VERSION = versions.getProperty("agent", "unknown");
        OPENTELEMETRY = versions.getProperty("opentelemetry", "unknown");
    }

    private AgentVersion() {}
}
