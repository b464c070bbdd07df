package io.obsagent.config;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The agents that this JVM was told to load: by its command line and the variables that add to it (JMX, which also knows,
 * must not be touched in premain).
 */
public final class JvmAgents {
    private static final String JAVA_AGENT = "-javaagent:";
    private static final String NATIVE_AGENT = "-agentpath:";

    private JvmAgents() {}

    /**
     * The options that name agents, nothing else: an application's own class path may well hold a jar called
     * newrelic-api. Without {@code /proc} only those in variables are known.
     */
    public static List<String> options() {
        List<String> options = new ArrayList<>();
        add(options, processArguments(), '\0');
        add(options, System.getenv("JAVA_TOOL_OPTIONS"), ' ');
        add(options, System.getenv("JDK_JAVA_OPTIONS"), ' ');
        add(options, System.getenv("_JAVA_OPTIONS"), ' ');
        return options;
    }

    /** The class that a Java agent starts with, whatever its jar is called; null for others and where it cannot be read. */
    public static String premainClass(String option) {
        if (!option.startsWith(JAVA_AGENT)) {
            return null;
        }
        int end = option.indexOf('=');
        String path = option.substring(JAVA_AGENT.length(), end < 0 ? option.length() : end);
        try (ZipFile jar = new ZipFile(path)) {
            ZipEntry manifest = jar.getEntry("META-INF/MANIFEST.MF");
            if (manifest == null) {
                return null;
            }
            try (InputStream in = jar.getInputStream(manifest)) {
                return new Manifest(in).getMainAttributes().getValue("Premain-Class");
            }
        } catch (IOException e) {
            return null;
        }
    }

    /** @param last the last of the characters that stand between options; a path may hold blanks on the command line */
    private static void add(List<String> options, String text, char last) {
        if (text == null) {
            return;
        }
        int from = 0;
        while (from < text.length()) {
            int to = from;
            while (to < text.length() && text.charAt(to) > last) {
                to++;
            }
            String word = text.substring(from, to);
            if (word.startsWith(JAVA_AGENT) || word.startsWith(NATIVE_AGENT)) {
                options.add(word);
            }
            from = to + 1;
        }
    }

    private static String processArguments() {
        try (InputStream in = new FileInputStream("/proc/self/cmdline")) {
            byte[] bytes = new byte[64 * 1024];
            int length = 0;
            for (int n = in.read(bytes); n > 0; n = in.read(bytes, length, bytes.length - length)) {
                length += n;
            }
            return new String(bytes, 0, length, "ISO-8859-1");
        } catch (IOException e) {
            return null; // not Linux
        }
    }
}
