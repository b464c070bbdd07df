package io.obsagent;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;

/**
 * Where the JVM enters the agent: {@code -javaagent} ({@link #premain}) or attaching ({@link #agentmain}).
 *
 * <p>Java 8 bytecode and nothing but {@code java.lang} and {@code java.io}, so that on any JVM the worst that happens is
 * one line on stderr and an application that runs without the agent.
 */
public final class Premain {
    private static final int OLDEST_JAVA = 11;
    private static final int FIRST_WITH_AOT_CACHE = 24;

    private Premain() {}

    /** Called by the JVM before the application's main class. Never throws. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        start(arguments, instrumentation, false);
    }

    /** Called by the JVM when the agent is attached to a running process. Never throws. */
    public static void agentmain(String arguments, Instrumentation instrumentation) {
        start(arguments, instrumentation, true);
    }

    private static void start(String arguments, Instrumentation instrumentation, boolean attached) {
        long begin = System.nanoTime();
        try {
            if (javaVersion() < OLDEST_JAVA) {
                say("needs Java 11 or newer, this is Java " + System.getProperty("java.version")
                        + "; the application runs without it");
                return;
            }
            if (!Guardrails.wanted(arguments, attached)) {
                return;
            }
            if (javaVersion() >= FIRST_WITH_AOT_CACHE && !attached && Guardrails.recordsAotCache()) {
                say("steps aside while the JVM records an AOT cache, which then serves runs with the agent");
                return;
            }
            if (bridgeExists()) {
                startedTwice(arguments, attached);
                return;
            }
            File jar = ownJar();
            AgentLoader loader = new AgentLoader(jar, "obs/agent/", ClassLoader.getSystemClassLoader().getParent());
            Class.forName("io.obsagent.start.AgentStart", true, loader)
                    .getMethod("start", String.class, Instrumentation.class, File.class, long.class, boolean.class)
                    .invoke(null, arguments, instrumentation, jar, begin, attached);
        } catch (InvocationTargetException e) {
            say("could not start: " + e.getCause() + "; the application runs without it");
        } catch (Throwable t) {
            say("could not start: " + t + "; the application runs without it");
        }
    }

    private static int javaVersion() {
        String version = System.getProperty("java.specification.version", "0");
        if (version.startsWith("1.")) {
            version = version.substring(2);
        }
        return Integer.parseInt(version);
    }

    private static void startedTwice(String arguments, boolean attached) throws Exception {
        if (attached) {
            Class.forName("java.lang.ObsBridge", false, null).getMethod("command", String.class).invoke(null, arguments);
        } else {
            say("is given twice; the second one is ignored");
        }
    }

    private static boolean bridgeExists() {
        try {
            Class.forName("java.lang.ObsBridge", false, null);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static File ownJar() throws Exception {
        return new File(Premain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static void say(String message) {
        System.err.println("[obs-agent] " + message);
    }
}
