package io.obsagent;

import java.io.File;
import java.lang.reflect.InvocationTargetException;

/**
 * {@code java -jar obs-agent.jar TOOL ...}: the tools that come with the agent. They are loaded from the agent's own
 * folder and never under {@code -javaagent}.
 */
public final class Main {
    private Main() {}

    /** Runs the tool named by the first argument; ends the JVM with its exit code. */
    public static void main(String[] arguments) throws Exception {
        File jar = new File(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        AgentLoader loader = new AgentLoader(jar, "obs/agent/", ClassLoader.getSystemClassLoader().getParent());
        Thread.currentThread().setContextClassLoader(loader);
        try {
            Object exitCode = Class.forName("io.obsagent.tools.Tools", true, loader)
                    .getMethod("run", String[].class, File.class)
                    .invoke(null, arguments, jar);
            System.exit((Integer) exitCode);
        } catch (InvocationTargetException e) {
            System.err.println("obs-agent: " + e.getCause());
            System.exit(2);
        }
    }
}
