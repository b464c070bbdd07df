package io.obsagent.config;

import java.io.PrintStream;

/**
 * The agent's own log: one line a message, on the standard error the JVM started with.
 *
 * <p>{@code [obs-agent] 2026-11-21 09:00:00.000Z INFO  message}. The time is UTC, computed by hand: the JVM's formatters
 * and time zone tables would be loaded inside premain. The stream is fetched once, so that an application which turns
 * {@code System.err} into its own logging does not get our lines back through a woven appender.
 *
 * <p>Thread-safe. Never throws.
 */
public final class AgentLog {
    private static final String LINE_END = System.lineSeparator();

    private static volatile LogLevel level = LogLevel.INFO;
    private static volatile PrintStream out = System.err;

    private AgentLog() {}

    /** Lets {@code newLevel} and the ones before it through. */
    public static void setLevel(LogLevel newLevel) {
        level = newLevel;
    }

    /** Sends the lines elsewhere, for tests. */
    static void redirect(PrintStream stream) {
        out = stream;
    }

    public static boolean isDebug() {
        return level == LogLevel.DEBUG;
    }

    public static void error(String message) {
        log(LogLevel.ERROR, message);
    }

    /** The stack trace of {@code cause} appears at debug only; at other levels its first line ends the message. */
    public static void error(String message, Throwable cause) {
        log(LogLevel.ERROR, message + ": " + describe(cause));
        trace(cause);
    }

    public static void warn(String message) {
        log(LogLevel.WARN, message);
    }

    /** As {@link #error(String, Throwable)}. */
    public static void warn(String message, Throwable cause) {
        log(LogLevel.WARN, message + ": " + describe(cause));
        trace(cause);
    }

    public static void info(String message) {
        log(LogLevel.INFO, message);
    }

    public static void debug(String message) {
        log(LogLevel.DEBUG, message);
    }

    public static void debug(String message, Throwable cause) {
        log(LogLevel.DEBUG, message + ": " + describe(cause));
        trace(cause);
    }

    /** Class and message of a throwable in one line; never throws, whatever its {@code getMessage} does. */
    public static String describe(Throwable cause) {
        String name = cause.getClass().getName();
        try {
            String message = cause.getMessage();
            return message == null ? name : name + ": " + message;
        } catch (Throwable e) {
            return name;
        }
    }

    private static void log(LogLevel of, String message) {
        if (of.compareTo(level) > 0) {
            return;
        }
        try {
            StringBuilder line = new StringBuilder(64 + message.length()).append("[obs-agent] ");
            Timestamp.append(line, System.currentTimeMillis());
            line.append(' ').append(of.name());
            for (int i = of.name().length(); i < 6; i++) {
                line.append(' ');
            }
            for (int i = 0; i < message.length(); i++) {
                char c = message.charAt(i);
                line.append(c < ' ' ? ' ' : c);
            }
            // One call with the line end in it: two threads never share a line.
            out.print(line.append(LINE_END));
        } catch (Throwable e) {
            // There is nowhere left to report to.
            return;
        }
    }

    private static void trace(Throwable cause) {
        if (!isDebug()) {
            return;
        }
        try {
            cause.printStackTrace(out);
        } catch (Throwable e) {
            debug("a stack trace could not be printed");
        }
    }
}
