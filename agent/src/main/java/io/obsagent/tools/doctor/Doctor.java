package io.obsagent.tools.doctor;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;

/**
 * Runs all checks on one target and prints what to change.
 *
 * <p>Exit codes, for pipelines: {@value #FINE} nothing has to change (warnings may have been printed),
 * {@value #WARNED} there were warnings and {@code --strict} was given, {@value #PROBLEMS} the agent or the JVM will not
 * start or not deliver, {@value #UNUSABLE} wrong arguments or a target that cannot be read.
 */
public final class Doctor {
    public static final int FINE = 0;
    public static final int WARNED = 1;
    public static final int PROBLEMS = 2;
    public static final int UNUSABLE = 3;

    private static final String USAGE = String.join(System.lineSeparator(),
            "Usage: java -jar obs-agent.jar doctor [--rootfs DIR | --pid N] [--env NAME=VALUE]... [--offline] [--strict]",
            "",
            "Says what stops obs-agent, or a JVM because of it, and what to change.",
            "",
            "  (nothing)         this machine: the JVM and the environment the doctor itself runs with",
            "  --rootfs DIR      an unpacked container image or a mounted root, before roll-out; connects to nothing",
            "  --pid N           a running process, through /proc (Linux)",
            "  --env NAME=VALUE  an environment variable the container will have; repeat as needed",
            "  --offline         do not connect to the endpoints",
            "  --strict          warnings count: exit code 1",
            "",
            "Exit code: 0 fine, 1 warnings with --strict, 2 problems, 3 wrong arguments or unreadable target");

    private Doctor() {}

    /**
     * @param args what follows {@code doctor} on the command line
     * @param out where the report goes
     * @param err where a wrong usage is explained
     * @return the exit code; never throws
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        try {
            Arguments arguments = Arguments.parse(args);
            if (arguments.help) {
                out.println(USAGE);
                return FINE;
            }
            Report report = new Report();
            Target target = Targets.read(arguments);
            for (Check check : checks()) {
                check.run(target, report);
            }
            report.print(target.name, out);
            return report.exitCode(arguments.strict);
        } catch (IllegalArgumentException e) {
            err.println("doctor: " + e.getMessage());
            err.println(USAGE);
            return UNUSABLE;
        } catch (AccessDeniedException e) {
            err.println("doctor: may not read " + e.getFile() + "; run as the user of that process, or as root");
            return UNUSABLE;
        } catch (IOException e) {
            err.println("doctor: cannot read the target: " + e.getMessage());
            return UNUSABLE;
        }
    }

    private static Check[] checks() {
        return new Check[] {
            new JvmCheck(), new OptionsCheck(), new JarCheck(), new OtherAgentsCheck(), new FolderCheck(),
            new SettingsCheck(), new EndpointCheck(), new PyroscopeCheck(),
        };
    }
}
