package io.obsagent;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Decides whether this JVM is one that somebody wants to observe. JAVA_TOOL_OPTIONS reaches every JVM of a container:
 * {@code java -version}, keytool, jcmd, Maven; all of them must behave and print as if the agent did not exist.
 */
final class Guardrails {
    private static final String[] BUILD_TOOLS = {
        "org.codehaus.plexus.classworlds.launcher.Launcher", "org.codehaus.classworlds.Launcher",
        "org.apache.maven.surefire.booter.ForkedBooter", "org.apache.maven.wrapper.MavenWrapperMain",
        "org.gradle.launcher.", "org.gradle.wrapper.GradleWrapperMain", "org.gradle.process.internal.worker.",
        "org.apache.tools.ant.launch.Launcher", "sbt.xMain", "xsbt.boot.Boot", "scala.tools.nsc.",
        "org.jetbrains.kotlin.cli.", "org.jetbrains.kotlin.daemon.", "org.jetbrains.jps.cmdline.", "com.google.devtools.build.",
    };
    private static final String[] INFORMATIVE_OPTIONS = {
        "-version", "--version", "-showversion-only", "-fullversion", "--full-version", "-h", "-help", "--help", "-?",
        "-X", "--help-extra", "--list-modules", "--describe-module", "-d", "--validate-modules", "--dry-run",
    };

    private Guardrails() {}

    static boolean wanted(String arguments, boolean attached) {
        if (disabled(arguments)) {
            return false;
        }
        return attached || !(jdkTool() || buildTool() || informative());
    }

    private static boolean disabled(String arguments) {
        String value = argument(arguments, "enabled");
        if (value == null) {
            value = System.getProperty("obs.enabled");
        }
        if (value == null || value.isEmpty()) {
            value = System.getenv("OBS_ENABLED");
        }
        return "false".equalsIgnoreCase(value);
    }

    private static String argument(String arguments, String key) {
        if (arguments == null) {
            return null;
        }
        for (String pair : arguments.split(",")) {
            if (pair.startsWith(key + "=")) {
                return pair.substring(key.length() + 1);
            }
            if (pair.startsWith("obs." + key + "=")) {
                return pair.substring(key.length() + 5);
            }
        }
        return null;
    }

    private static boolean jdkTool() {
        String module = System.getProperty("jdk.module.main");
        return module != null && (module.startsWith("jdk.") || module.startsWith("java."));
    }

    private static boolean buildTool() {
        String command = System.getProperty("sun.java.command");
        if (command == null) {
            return false;
        }
        for (String tool : BUILD_TOOLS) {
            if (command.startsWith(tool)) {
                return true;
            }
        }
        return command.startsWith("sun.tools.") || command.startsWith("com.sun.tools.") || command.startsWith("jdk.");
    }

    /** {@code java -version} and its like name no command; a JVM created by a native launcher names none either. */
    private static boolean informative() {
        if (System.getProperty("sun.java.command") != null) {
            return false;
        }
        String[] words = commandLine();
        for (int i = 1; i < words.length; i++) {
            for (String option : INFORMATIVE_OPTIONS) {
                if (words[i].equals(option)) {
                    return true;
                }
            }
        }
        return words.length == 1 && (words[0].equals("java") || words[0].endsWith("/java"));
    }

    /**
     * A run whose classes the JVM puts in an AOT cache (Java 24 and newer). It leaves out woven ones, and crashes when
     * {@code VirtualThread} is one of them.
     */
    static boolean recordsAotCache() {
        return recordsAotCache(commandLine()) || recordsAotCache(words("JAVA_TOOL_OPTIONS"))
                || recordsAotCache(words("JDK_JAVA_OPTIONS"));
    }

    private static boolean recordsAotCache(String[] words) {
        for (String word : words) {
            if (word.equals("-XX:AOTMode=record") || word.startsWith("-XX:AOTCacheOutput=")) {
                return true;
            }
        }
        return false;
    }

    private static String[] words(String variable) {
        String value = System.getenv(variable);
        return value == null ? new String[0] : value.split(" ");
    }

    private static String[] commandLine() {
        try (InputStream in = new FileInputStream("/proc/self/cmdline")) {
            byte[] bytes = new byte[32 * 1024];
            int length = 0;
            for (int n = in.read(bytes); n > 0; n = in.read(bytes, length, bytes.length - length)) {
                length += n;
            }
            return new String(bytes, 0, length, "ISO-8859-1").split("\0");
        } catch (IOException e) {
            return new String[0];
        }
    }
}
