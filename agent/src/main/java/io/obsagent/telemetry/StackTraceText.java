package io.obsagent.telemetry;

/** Writes a stack trace like {@link Throwable#printStackTrace()}, with messages cleaned and a bounded size. */
final class StackTraceText {
    private static final int MOST_FRAMES = 200;
    private static final int MOST_CAUSES = 8;

    private StackTraceText() {}

    /** The message after cleaning; null when there is none or asking for it fails. */
    static String message(Throwable thrown, MessageCleaner cleaner) {
        try {
            String message = thrown.getMessage();
            return message == null || cleaner == null ? message : cleaner.clean(message);
        } catch (Throwable e) {
            return null; // an exception class of the application with a broken getMessage
        }
    }

    static String of(Throwable thrown, MessageCleaner cleaner) {
        StringBuilder text = new StringBuilder(2048);
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (depth > 0) {
                text.append("Caused by: ");
            }
            append(text, cause, cleaner);
            Throwable next = cause.getCause();
            cause = next == cause ? null : next;
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Throwable thrown, MessageCleaner cleaner) {
        text.append(thrown.getClass().getName());
        String message = message(thrown, cleaner);
        if (message != null) {
            text.append(": ").append(message);
        }
        text.append('\n');
        StackTraceElement[] frames = thrown.getStackTrace();
        int shown = Math.min(frames.length, MOST_FRAMES);
        for (int i = 0; i < shown; i++) {
            text.append("\tat ").append(frames[i]).append('\n');
        }
        if (shown < frames.length) {
            text.append("\t... ").append(frames.length - shown).append(" more\n");
        }
    }
}
