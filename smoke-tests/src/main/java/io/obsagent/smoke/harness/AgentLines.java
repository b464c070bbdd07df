package io.obsagent.smoke.harness;

import java.util.regex.Pattern;

/** Tells the agent's lines on standard error from the application's. */
final class AgentLines {
    private static final Pattern AGENT = Pattern.compile("\\bobs-agent\\b");
    private static final Pattern ALARM = Pattern.compile("\\b(WARN|ERROR)\\b|\\bat [\\w.$/]+\\([\\w.]+:\\d+\\)");

    private AgentLines() {
    }

    static boolean fromAgent(String line) {
        return AGENT.matcher(line).find();
    }

    /** A warning or error of the agent, or a stack frame of its code. */
    static boolean isAlarm(String line) {
        return (fromAgent(line) || line.contains("at io.obsagent.")) && ALARM.matcher(line).find();
    }
}
