package io.obsagent.tools;

import java.io.File;
import java.io.PrintStream;
import net.bytebuddy.agent.ByteBuddyAgent;

/** Puts the agent into a running process, or hands settings to the agent that is there. */
final class Attach {
    private Attach() {}

    static int run(String[] arguments, File jar, PrintStream out, PrintStream err) {
        if (arguments.length < 1 || arguments.length > 2 || !isNumber(arguments[0])) {
            err.println("usage: java -jar obs-agent.jar attach PID [key=value,...]");
            return 2;
        }
        try {
            ByteBuddyAgent.attach(jar, arguments[0], arguments.length == 2 ? arguments[1] : "");
            out.println("obs-agent: attached to process " + arguments[0] + "; it reports on that process's standard error");
            return 0;
        } catch (RuntimeException | LinkageError e) {
            err.println("obs-agent: cannot attach to process " + arguments[0] + ": " + reason(e));
            return 1;
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        if (cause instanceof ClassNotFoundException || cause instanceof NoClassDefFoundError) {
            return "this JVM has no module jdk.attach; use the java of a JDK";
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
