package io.obsagent.tools;

import io.obsagent.config.AgentVersion;
import io.obsagent.tools.doctor.Doctor;
import io.obsagent.tools.flame.Flame;
import java.io.File;
import java.util.Arrays;

/** Finds the tool that the command line names. */
public final class Tools {
    private static final String USAGE = String.join(System.lineSeparator(),
            "obs-agent " + AgentVersion.VERSION,
            "",
            "With an application:  java -javaagent:obs-agent.jar -jar app.jar",
            "",
            "Tools:                java -jar obs-agent.jar TOOL ...",
            "  attach PID [settings]   puts the agent into a running process; into one that has it already,",
            "                          obs.instrumentation.<name>.enabled=true|false switches a library",
            "  doctor [options]        says what would stop the agent here, and what to change; doctor --help",
            "  flame PROFILE [options] a profile's hottest frames, and a web page of its flame graph");

    private Tools() {}

    /**
     * @param jar the agent's own jar
     * @return the exit code of the process: 0 done, 1 failed, 2 wrong usage
     */
    public static int run(String[] arguments, File jar) {
        String tool = arguments.length == 0 ? "help" : arguments[0];
        String[] rest = arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
        switch (tool) {
            case "attach":
                return Attach.run(rest, jar, System.out, System.err);
            case "doctor":
                return Doctor.run(rest, System.out, System.err);
            case "flame":
                return Flame.run(rest, System.out, System.err);
            case "help":
            case "--help":
            case "-h":
                System.out.println(USAGE);
                return 0;
            default:
                System.err.println("obs-agent: there is no tool " + tool);
                System.err.println(USAGE);
                return 2;
        }
    }
}
