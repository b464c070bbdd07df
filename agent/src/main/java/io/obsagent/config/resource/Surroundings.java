package io.obsagent.config.resource;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What detectors look at: environment, system properties, files. Immutable; tests put another root below it. */
final class Surroundings {
    private static final int LONGEST_FILE = 1 << 20;

    private final Map<String, String> environment;
    private final Map<?, ?> properties;
    private final File root;
    private final File workingDirectory;

    Surroundings(Map<String, String> environment, Map<?, ?> properties, File root, File workingDirectory) {
        this.environment = environment;
        this.properties = properties;
        this.root = root;
        this.workingDirectory = workingDirectory;
    }

    /** Those of this JVM. */
    static Surroundings own() {
        return new Surroundings(System.getenv(), System.getProperties(), new File("/"), new File("."));
    }

    /** The first of these variables that has a value, or null. */
    String environment(String... names) {
        for (String name : names) {
            String value = environment.get(name);
            if (value != null && !value.isEmpty()) {
                return value;
            }
        }
        return null;
    }

    /** Null where there is none. */
    String property(String name) {
        Object value = properties.get(name);
        return value instanceof String && !((String) value).isEmpty() ? (String) value : null;
    }

    /** A file given by its absolute path, below the root of these surroundings. */
    File rooted(String path) {
        return new File(root, path);
    }

    /** A file as the application would open it. */
    File file(String path) {
        File file = new File(path);
        return file.isAbsolute() ? file : new File(workingDirectory, path);
    }

    /** The text of a rooted file, or null when it is absent or may not be read. */
    String text(String path) {
        try (InputStream in = new FileInputStream(rooted(path))) {
            return new String(in.readNBytes(LONGEST_FILE), StandardCharsets.UTF_8);
        } catch (IOException | SecurityException e) {
            return null;
        }
    }

    /** As {@link #text}, without blanks around it; null when nothing is left. */
    String line(String path) {
        String text = text(path);
        return text == null || text.isBlank() ? null : text.trim();
    }
}
