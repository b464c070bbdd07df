package io.obsagent.start;

import io.obsagent.config.AgentLog;
import io.obsagent.config.AgentSettings;
import io.obsagent.weave.Libraries;
import io.obsagent.weave.Switches;
import io.obsagent.weave.Weaving;
import java.util.HashMap;
import java.util.Map;

/**
 * Which libraries are on: by the settings at start, later by whoever attaches with
 * {@code obs.instrumentation.<name>.enabled=...}. Thread-safe.
 */
final class LibrarySwitches implements Libraries, Switches {
    private static final String PREFIX = "instrumentation.";
    private static final String SUFFIX = ".enabled";

    private final AgentSettings settings;
    private final Map<String, Boolean> changed = new HashMap<>();
    private Weaving weaving;

    LibrarySwitches(AgentSettings settings) {
        this.settings = settings;
    }

    synchronized void appliedBy(Weaving target) {
        weaving = target;
    }

    @Override
    public synchronized boolean enabled(String library) {
        Boolean now = changed.get(library);
        return now == null ? settings.instruments(library) : now;
    }

    @Override
    public void change(String arguments) {
        Weaving target;
        synchronized (this) {
            for (String pair : arguments == null ? new String[0] : arguments.split(",")) {
                apply(pair.trim());
            }
            target = weaving;
        }
        target.applySwitches();
    }

    private void apply(String pair) {
        int equals = pair.indexOf('=');
        String key = pair.substring(0, Math.max(equals, 0));
        if (key.startsWith("obs.")) {
            key = key.substring(4);
        }
        if (key.startsWith(PREFIX) && key.endsWith(SUFFIX) && key.length() > PREFIX.length() + SUFFIX.length()) {
            String library = key.substring(PREFIX.length(), key.length() - SUFFIX.length());
            boolean on = !"false".equalsIgnoreCase(pair.substring(equals + 1).trim());
            changed.put(library, on);
            AgentLog.info(library + " is switched " + (on ? "on" : "off"));
        } else if (!pair.isEmpty()) {
            AgentLog.warn(pair + " cannot change while the process runs; only obs.instrumentation.<name>.enabled can");
        }
    }
}
