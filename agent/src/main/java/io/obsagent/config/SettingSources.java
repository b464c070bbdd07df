package io.obsagent.config;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * Merges agent arguments, system properties, environment and properties file, the earlier winning over the later, into
 * one map by normalised name. An empty value counts as unset, as the OpenTelemetry specification asks, so a later
 * source shows through.
 */
final class SettingSources {
    private final Map<String, Setting> merged = new HashMap<>();
    private final ConfigWarnings warnings;

    SettingSources(ConfigWarnings warnings) {
        this.warnings = warnings;
    }

    Map<String, Setting> merge(String agentArgs, Map<?, ?> systemProperties, Map<String, String> environment) {
        addArguments(agentArgs);
        addProperties(systemProperties, "-D", "");
        addEnvironment(environment);
        Setting file = merged.get(Keys.CONFIG_FILE.name());
        if (file != null) {
            addFile(file);
        }
        return merged;
    }

    /** Lower case with dots: {@code OTEL_SERVICE_NAME}, {@code otel.service-name} and {@code otel.service.name} are one key. */
    static String normalise(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '.').replace('-', '.');
    }

    private void addArguments(String agentArgs) {
        if (agentArgs == null) {
            return;
        }
        int length = agentArgs.length();
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i <= length; i++) {
            char c = i < length ? agentArgs.charAt(i) : ',';
            boolean doubled = c == ',' && i + 1 < length && agentArgs.charAt(i + 1) == ',';
            if (doubled) {
                i++;
            }
            if (c != ',' || doubled) {
                piece.append(c);
                continue;
            }
            addArgument(piece.toString().trim());
            piece.setLength(0);
        }
    }

    private void addArgument(String argument) {
        int equals = argument.indexOf('=');
        if (equals > 0) {
            String spelled = argument.substring(0, equals).trim();
            String name = normalise(spelled);
            add(isOurs(spelled) ? name : "obs." + name, "agent argument " + spelled, argument.substring(equals + 1));
        } else if (!argument.isEmpty()) {
            warnings.add("agent argument '" + argument + "' has no '=': ignored");
        }
    }

    private void addProperties(Map<?, ?> properties, String before, String after) {
        for (Map.Entry<?, ?> property : properties.entrySet()) {
            if (property.getKey() instanceof String && property.getValue() instanceof String) {
                String spelled = (String) property.getKey();
                // First: the JVM has some sixty properties, and this is premain.
                if (isOurs(spelled)) {
                    add(normalise(spelled), before + spelled + after, (String) property.getValue());
                }
            }
        }
    }

    private void addEnvironment(Map<String, String> environment) {
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            String spelled = variable.getKey();
            if (isVariable(spelled)) {
                add(normalise(spelled), spelled, variable.getValue());
            }
        }
    }

    private void addFile(Setting file) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(new FileInputStream(file.value()), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | RuntimeException e) {
            warnings.add(file.origin() + "=" + file.value() + " cannot be read (" + e.getMessage() + "): going on without a file");
            return;
        }
        addProperties(properties, "", " in " + file.value());
    }

    private void add(String name, String origin, String value) {
        String trimmed = value.trim();
        if (!trimmed.isEmpty() && !merged.containsKey(name)) {
            merged.put(name, new Setting(origin, trimmed));
        }
    }

    private static boolean isOurs(String spelled) {
        return spelled.startsWith("otel.") || spelled.startsWith("obs.") || spelled.startsWith("pyroscope.") || isVariable(spelled);
    }

    private static boolean isVariable(String spelled) {
        return spelled.startsWith("OTEL_") || spelled.startsWith("OBS_") || spelled.startsWith("PYROSCOPE_");
    }
}
