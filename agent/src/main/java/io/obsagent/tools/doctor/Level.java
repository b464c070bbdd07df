package io.obsagent.tools.doctor;

/** How much a finding matters. */
enum Level {
    OK("ok"),
    /** Could not be found out here. */
    UNKNOWN("?"),
    /** Works, but not as well or as long as one would wish. */
    WARNING("warning"),
    /** The agent or the JVM does not start, or nothing arrives. */
    PROBLEM("PROBLEM");

    final String word;

    Level(String word) {
        this.word = word;
    }
}
