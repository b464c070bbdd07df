package io.obsagent.config.resource;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * The program this JVM was started with: {@code java -jar app.jar}, {@code java -cp ... Main} or {@code java -m module/Main},
 * read from system properties. Immutable.
 */
final class Program {
    /** The name the specification gives to what has none. */
    static final String UNKNOWN = "unknown_service:java";

    /** Where Spring Boot keeps the classes of the application inside its jar and war files. */
    static final String[] CLASS_FOLDERS = {"BOOT-INF/classes/", "WEB-INF/classes/", ""};

    /** A class path of hundreds of libraries is not opened to the end in search of the main class. */
    private static final int MOST_ENTRIES = 30;

    private final File jar;
    private final String mainClass;
    private final List<File> classPath;
    /** The jar or folder that the main class is in, or the jar that names it its own; null when it was not found. */
    private final File home;

    private final Attributes manifest;

    private Program(File jar, String mainClass, List<File> classPath) {
        this.jar = jar;
        this.mainClass = mainClass;
        this.classPath = classPath;
        this.home = jar != null || mainClass == null ? jar : holding(mainClass, classPath);
        this.manifest = manifest(home);
    }

    static Program launched(Surroundings surroundings) {
        String command = surroundings.property("sun.java.command");
        String path = surroundings.property("java.class.path");
        if (command == null) {
            return new Program(null, null, entries(path, surroundings));
        }
        // With -jar the class path is exactly the jar, and it may contain blanks.
        if (path != null && command.startsWith(path) && surroundings.file(path).isFile()) {
            return new Program(surroundings.file(path), null, Collections.singletonList(surroundings.file(path)));
        }
        int blank = command.indexOf(' ');
        String first = blank < 0 ? command : command.substring(0, blank);
        String modules = surroundings.property("jdk.module.path");
        int slash = first.indexOf('/');
        return new Program(null, first.substring(slash + 1), entries(slash < 0 ? path : modules, surroundings));
    }

    private static List<File> entries(String path, Surroundings surroundings) {
        List<File> entries = new ArrayList<>();
        if (path != null) {
            for (String entry : path.split(File.pathSeparator)) {
                if (!entry.isEmpty() && entries.size() < MOST_ENTRIES) {
                    entries.add(surroundings.file(entry));
                }
            }
        }
        return entries;
    }

    /** Implementation-Title of the manifest, else the name of the jar without its version, else the main class. */
    String name() {
        String title = attribute("Implementation-Title");
        if (title != null) {
            return title;
        }
        if (jar != null) {
            String base = baseName();
            int version = versionStart(base);
            return version < 0 ? base : base.substring(0, version - 1);
        }
        return mainClass != null ? mainClass : UNKNOWN;
    }

    /**
     * Implementation-Version of the manifest, else Spring Boot's build information, else what the jar's name says,
     * else null.
     */
    String version() {
        String version = attribute("Implementation-Version");
        if (version != null) {
            return version;
        }
        Properties build = new Properties();
        for (String folder : CLASS_FOLDERS) {
            byte[] content = FileTree.read(home, folder + "META-INF/build-info.properties");
            if (content != null && FileTree.load(content, build) && build.getProperty("build.version") != null) {
                return build.getProperty("build.version");
            }
        }
        int start = jar == null ? -1 : versionStart(baseName());
        return start < 0 ? null : baseName().substring(start);
    }

    /** Class path entries up to the one that has the main class: what comes later belongs to libraries. */
    List<File> ownEntries() {
        int last = classPath.indexOf(home);
        return last < 0 ? classPath : classPath.subList(0, last + 1);
    }

    private static File holding(String mainClass, List<File> classPath) {
        String entry = mainClass.replace('.', '/') + ".class";
        for (File candidate : classPath) {
            if (FileTree.has(candidate, entry) || mainClass.equals(manifest(candidate).getValue("Main-Class"))) {
                return candidate;
            }
        }
        return null;
    }

    private String attribute(String name) {
        String value = manifest.getValue(name);
        return value == null || value.isBlank() ? null : value.trim();
    }

    private static Attributes manifest(File home) {
        byte[] content = home == null ? null : FileTree.read(home, "META-INF/MANIFEST.MF");
        if (content == null) {
            return new Attributes();
        }
        try (InputStream in = new ByteArrayInputStream(content)) {
            return new Manifest(in).getMainAttributes();
        } catch (IOException e) {
            return new Attributes();
        }
    }

    private String baseName() {
        String name = jar.getName();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** Where {@code 1.2.3} starts in {@code shop-1.2.3}, or -1. */
    private static int versionStart(String name) {
        for (int i = 1; i + 1 < name.length(); i++) {
            if (name.charAt(i) == '-' && Character.isDigit(name.charAt(i + 1))) {
                return i + 1;
            }
        }
        return -1;
    }
}
