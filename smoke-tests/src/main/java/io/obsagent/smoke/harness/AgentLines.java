package io.obsagent.smoke.harness;

/** Tells the agent's lines on standard error from the application's. */
final class AgentLines {
    private static final String PREFIX = "[obs-agent] ";

    private AgentLines() {
    }

    static boolean fromAgent(String line) {
        return line.startsWith(PREFIX);
    }

    /** A warning or error of the agent, its refusal to start, or a stack frame of its code. */
    static boolean isAlarm(String line) {
        if (fromAgent(line)) {
            return line.contains(" WARN ") || line.contains(" ERROR ") || line.contains("could not start");
        }
        return line.strip().startsWith("at io.obsagent.");
    }
}
