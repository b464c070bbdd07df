package io.obsagent.config.resource;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * {@code spring.application.name} as Spring Boot would find it: command line, system property, environment, then
 * {@code application.properties}, {@code .yml} and {@code .yaml} in {@code ./config}, the working directory and the class path.
 */
final class SpringName {
    private static final String KEY = "spring.application.name";
    private static final String[] FILES = {"application.properties", "application.yml", "application.yaml"};
    private static final String[] FOLDERS = {"config/", ""};

    private final Program program;
    private final Surroundings surroundings;

    SpringName(Program program, Surroundings surroundings) {
        this.program = program;
        this.surroundings = surroundings;
    }

    /** Null when the application is not Spring's, or does not say. */
    String find() {
        String given = argument();
        given = given != null ? given : surroundings.property(KEY);
        given = given != null ? given : surroundings.environment("SPRING_APPLICATION_NAME");
        if (given != null) {
            return given;
        }
        for (String folder : FOLDERS) {
            String name = in(surroundings.file("."), folder);
            if (name != null) {
                return name;
            }
        }
        for (File element : program.ownEntries()) {
            for (String classes : element.isDirectory() ? new String[] {""} : Program.CLASS_FOLDERS) {
                for (String folder : FOLDERS) {
                    String name = in(element, classes + folder);
                    if (name != null) {
                        return name;
                    }
                }
            }
        }
        return null;
    }

    private String argument() {
        String command = surroundings.property("sun.java.command");
        String option = "--" + KEY + "=";
        int start = command == null ? -1 : command.indexOf(option);
        if (start < 0) {
            return null;
        }
        int end = command.indexOf(' ', start);
        String value = command.substring(start + option.length(), end < 0 ? command.length() : end);
        return value.isEmpty() ? null : value;
    }

    private String in(File element, String folder) {
        for (String file : FILES) {
            byte[] content = FileTree.read(element, folder + file);
            String name = content == null ? null : file.endsWith(".properties") ? ofProperties(content) : ofYaml(content);
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    private String ofProperties(byte[] content) {
        Properties properties = new Properties();
        return FileTree.load(content, properties) ? usable(properties.getProperty(KEY)) : null;
    }

    private String ofYaml(byte[] content) {
        List<String> values = YamlScalars.find(new String(content, StandardCharsets.UTF_8), KEY);
        return values.isEmpty() ? null : usable(values.get(0));
    }

    /** Null for nothing, for a placeholder without a value, and for a token that a build should have replaced. */
    private String usable(String value) {
        String resolved = value == null ? null : resolved(value.trim(), 0);
        return resolved == null || resolved.isEmpty() || resolved.startsWith("@") ? null : resolved;
    }

    /** Fills {@code ${name:default}} from system properties and environment; null when one cannot be filled. */
    private String resolved(String value, int depth) {
        int start = value.indexOf("${");
        if (start < 0 || depth > 5) {
            return start < 0 ? value : null;
        }
        int end = closing(value, start + 2);
        if (end < 0) {
            return null;
        }
        String inner = value.substring(start + 2, end);
        int colon = inner.indexOf(':');
        String name = colon < 0 ? inner : inner.substring(0, colon);
        String filled = surroundings.property(name);
        if (filled == null) {
            filled = surroundings.environment(name, name.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", ""));
        }
        filled = filled != null || colon < 0 ? filled : inner.substring(colon + 1);
        return filled == null ? null : resolved(value.substring(0, start) + filled + value.substring(end + 1), depth + 1);
    }

    /** The brace that closes the one before {@code start}; placeholders may nest. */
    private static int closing(String value, int start) {
        int open = 1;
        for (int i = start; i < value.length(); i++) {
            if (value.startsWith("${", i)) {
                open++;
            } else if (value.charAt(i) == '}' && --open == 0) {
                return i;
            }
        }
        return -1;
    }
}
