package io.obsagent.tools.doctor;

import io.obsagent.config.Settings;
import java.util.LinkedHashMap;
import java.util.Map;

/** The agent's own reading of the settings that the target gives it. */
final class TargetSettings {
    private TargetSettings() {}

    static Settings of(Target target) {
        Map<String, String> properties = new LinkedHashMap<>();
        String arguments = null;
        for (JvmOptions.Option option : target.options.all()) {
            int equals = option.word.indexOf('=');
            if (option.word.startsWith("-D") && equals > 0) {
                properties.put(option.word.substring(2, equals), option.word.substring(equals + 1));
            } else if (option.isAgent() && arguments == null && AgentJars.isOurs(target, option.jar())) {
                arguments = option.agentArguments();
            }
        }
        return Settings.of(arguments, properties, target.environment);
    }
}
