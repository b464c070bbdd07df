package io.obsagent.tools.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;

/** Every {@code -javaagent} names a jar the JVM can open, and ours is named once. */
final class JarCheck implements Check {
    @Override
    public void run(Target target, Report report) throws IOException {
        List<String> ours = new ArrayList<>();
        for (JvmOptions.Option option : target.options.all()) {
            if (option.isAgent()) {
                readable(target, option, report);
                if (AgentJars.isOurs(target, option.jar())) {
                    ours.add(option.source);
                }
            }
        }
        if (ours.size() > 1) {
            report.warning("obs-agent", "is given " + ours.size() + " times, by " + String.join(" and ", ours)
                    + "; all but the first do nothing", "remove all but one");
        } else if (ours.isEmpty() && !target.command.isEmpty()) {
            report.warning("obs-agent", "is not given to this process",
                    "JAVA_TOOL_OPTIONS=-javaagent:/path/to/obs-agent.jar, then start it again");
        }
    }

    private static void readable(Target target, JvmOptions.Option option, Report report) throws IOException {
        String subject = option.jar();
        if (!subject.startsWith("/")) {
            report.unknown(subject, "relative path: depends on the folder the JVM is started in");
            return;
        }
        Path file = target.root.resolve(subject);
        if (!Files.exists(file)) {
            if (!target.runs()) {
                report.warning(subject, "is not in this file system; without it the JVM ends with "
                        + "\"Error opening zip file or JAR manifest missing\"",
                        "fine if an init container or a volume brings it, else copy it into the image");
            } else {
                report.problem(subject, "does not exist: the JVM ends with \"Error opening zip file or JAR manifest "
                        + "missing\"", "copy the jar there before the JVM starts, or correct " + option.source);
            }
        } else if (!everybodyReads(file)) {
            report.problem(subject, "is not readable by every user: a JVM of another user ends with \"Error opening zip "
                    + "file or JAR manifest missing\"", "chmod 0644 " + subject);
        } else if (AgentJars.premainClass(target, subject).isEmpty()) {
            report.problem(subject, "is no agent: its manifest has no Premain-Class, or it is damaged",
                    "copy the jar again");
        } else {
            report.ok(subject, "readable, " + Files.size(file) / 1024 + " KiB");
        }
    }

    private static boolean everybodyReads(Path file) throws IOException {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (UnsupportedOperationException noPosix) {
            return Files.isReadable(file);
        }
    }
}
