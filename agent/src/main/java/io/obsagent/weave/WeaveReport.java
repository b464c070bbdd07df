package io.obsagent.weave;

import io.obsagent.config.AgentLog;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What weaving did and could not do: counts for the start report, one line for each thing an operator should know.
 *
 * <p>Thread-safe. Logs outside its lock: the log may reach code of the application that loads classes.
 */
public final class WeaveReport {
    private static final int MOST_LINES = 100;

    private final Map<String, Integer> wovenClasses = new TreeMap<>();
    private final Set<String> said = new HashSet<>();

    /** Woven classes by library, in the order of their names. */
    public synchronized Map<String, Integer> wovenClasses() {
        return new TreeMap<>(wovenClasses);
    }

    void woven(String type, List<JoinPoint> points) {
        synchronized (this) {
            String last = "";
            for (int i = 0; i < points.size(); i++) {
                String library = points.get(i).library;
                if (!library.equals(last)) {
                    Integer count = wovenClasses.get(library);
                    wovenClasses.put(library, count == null ? 1 : count + 1);
                    last = library;
                }
            }
        }
        if (AgentLog.isDebug()) {
            AgentLog.debug("wove " + type.replace('/', '.') + " for " + points.get(0).library);
        }
    }

    void failed(String type, Throwable failure) {
        if (first("class " + type)) {
            AgentLog.warn("could not weave " + type.replace('/', '.') + ", it runs as it is", failure);
        }
    }

    void tooNew(String type, int majorVersion) {
        if (first("version " + majorVersion)) {
            AgentLog.warn("class files of version " + majorVersion + " (" + type.replace('/', '.')
                    + " and others) are newer than this agent knows; they run unwoven");
        }
    }

    /** @param expected it may well be as the application wants it: that is said, but is no warning */
    void libraryOff(String library, ClassLoader loader, String reason, boolean expected) {
        if (first("library " + library + " " + reason)) {
            String line = library + " is not instrumented in " + name(loader) + ": " + reason;
            if (expected) {
                AgentLog.info(line);
            } else {
                AgentLog.warn(line);
            }
        }
    }

    void handlerFailed(String library, String handler, Throwable failure, boolean blown) {
        String where = handler.substring(handler.lastIndexOf('.') + 1) + " of " + library;
        if (blown) {
            AgentLog.warn(where + " failed too often and is switched off: its calls are not measured from now on", failure);
        } else if (first("handler " + handler)) {
            AgentLog.warn(where + " failed, the application is not affected", failure);
        }
    }

    private synchronized boolean first(String line) {
        return said.size() < MOST_LINES && said.add(line);
    }

    private static String name(ClassLoader loader) {
        return loader == null ? "the boot loader" : loader.getClass().getName();
    }
}
