package io.obsagent.tools.doctor;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** Version and modules of the JVM, read from its {@code release} file: jlink writes the modules there. */
final class JvmCheck implements Check {
    private static final String SUBJECT = "JVM";
    private static final int OLDEST = 11;
    private static final String[] USEFUL = {"java.management", "jdk.management", "jdk.jfr", "jdk.unsupported"};

    @Override
    public void run(Target target, Report report) throws IOException {
        if (target.javaHome == null) {
            report.problem(SUBJECT, "none found (no folder with a release file and bin/java)",
                    "name it by --env JAVA_HOME=...; a native image needs no agent and cannot take one");
            return;
        }
        String home = target.root.inside(target.javaHome);
        Path release = target.javaHome.resolve("release");
        if (!Files.isReadable(release)) {
            report.unknown(SUBJECT, home + " has no release file: version and modules are not known");
            return;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(release)) {
            properties.load(reader);
        }
        int feature = feature(value(properties, "JAVA_VERSION"));
        if (feature < OLDEST) {
            report.problem(SUBJECT, "Java " + value(properties, "JAVA_VERSION") + " at " + home
                    + ": the agent steps aside with one line", "use Java " + OLDEST + " or newer");
            return;
        }
        report.ok(SUBJECT, "Java " + value(properties, "JAVA_VERSION") + " at " + home);
        modules(value(properties, "MODULES"), report);
        if (value(properties, "JVM_VARIANT").equalsIgnoreCase("Openj9")) {
            report.warning(SUBJECT, "OpenJ9: traces and metrics work, profiles do not",
                    "use a HotSpot JVM where profiles are wanted");
        }
    }

    private static void modules(String listed, Report report) {
        if (listed.isEmpty()) {
            report.unknown("modules", "the release file lists none; a JDK or JRE from a vendor has all that is needed");
            return;
        }
        Set<String> modules = new HashSet<>(Arrays.asList(listed.split(" ")));
        if (!modules.contains("java.instrument")) {
            report.problem("modules", "java.instrument is missing: with any -javaagent this JVM ends at once with "
                    + "\"Module java.instrument may be missing from runtime image\"",
                    "jlink --add-modules java.instrument," + String.join(",", USEFUL) + ",...");
            return;
        }
        Set<String> missing = new TreeSet<>(Arrays.asList(USEFUL));
        missing.removeAll(modules);
        if (missing.isEmpty()) {
            report.ok("modules", "java.instrument and all that the agent uses");
        } else {
            report.warning("modules", String.join(", ", missing) + " missing: metrics of the JVM and profiles are thinner",
                    "add to jlink --add-modules");
        }
    }

    private static String value(Properties properties, String name) {
        return properties.getProperty(name, "").replace("\"", "").trim();
    }

    /** 8 for 1.8.0_402, 17 for 17.0.12, 0 for what is no version. */
    private static int feature(String version) {
        String digits = version.replaceFirst("^1\\.", "").replaceFirst("[^0-9].*", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
