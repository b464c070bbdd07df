package io.obsagent.tools.doctor;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The findings, in the order they were made, and their rendering as plain text. Not thread-safe. */
final class Report {
    private static final int WIDTH = 100;
    private static final String INDENT = "             ";

    private final List<Finding> findings = new ArrayList<>();

    void ok(String subject, String text) {
        findings.add(new Finding(Level.OK, subject, text, null));
    }

    void unknown(String subject, String text) {
        findings.add(new Finding(Level.UNKNOWN, subject, text, null));
    }

    /** @param change what the reader should do about it */
    void warning(String subject, String text, String change) {
        findings.add(new Finding(Level.WARNING, subject, text, change));
    }

    /** @param change what the reader should do about it */
    void problem(String subject, String text, String change) {
        findings.add(new Finding(Level.PROBLEM, subject, text, change));
    }

    int exitCode(boolean strict) {
        if (count(Level.PROBLEM) > 0) {
            return Doctor.PROBLEMS;
        }
        return strict && count(Level.WARNING) > 0 ? Doctor.WARNED : Doctor.FINE;
    }

    void print(String target, PrintStream out) {
        out.println("obs-agent doctor: " + target);
        out.println();
        for (Finding finding : findings) {
            out.printf("  %-9s  ", finding.level.word);
            wrap(finding.subject + ": " + finding.text, out);
            if (finding.change != null) {
                out.print(INDENT);
                wrap("-> " + finding.change, out);
            }
        }
        out.println();
        out.println(summary());
    }

    private String summary() {
        long problems = count(Level.PROBLEM);
        long warnings = count(Level.WARNING);
        if (problems + warnings == 0) {
            return "Nothing to change.";
        }
        return counted(problems, "problem") + ", " + counted(warnings, "warning") + ".";
    }

    private static String counted(long number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }

    private long count(Level level) {
        return findings.stream().filter(finding -> finding.level == level).count();
    }

    /** Breaks between words; a word longer than the line, such as a path, stays whole so that it can be copied. */
    private static void wrap(String text, PrintStream out) {
        int column = INDENT.length();
        boolean first = true;
        for (String word : text.split(" ")) {
            if (!first && column + 1 + word.length() > WIDTH) {
                out.println();
                out.print(INDENT);
                column = INDENT.length();
                first = true;
            }
            out.print(first ? word : " " + word);
            column += word.length() + (first ? 0 : 1);
            first = false;
        }
        out.println();
    }

    private static final class Finding {
        final Level level;
        final String subject;
        final String text;
        final String change;

        Finding(Level level, String subject, String text, String change) {
            this.level = level;
            this.subject = subject;
            this.text = text;
            this.change = change;
        }
    }
}
