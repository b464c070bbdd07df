package io.obsagent.instrumentation.jdbc;

/** The summary as it grows: words of the statement joined by spaces, never longer than allowed, none cut in two. */
final class SummaryText {
    /** 255 by the semantic conventions, less {@code "BATCH "}, so that a batch's summary is cut at no other place. */
    static final int MAX_LENGTH = 249;

    private final String sql;
    private StringBuilder out;
    private boolean full;

    SummaryText(String sql) {
        this.sql = sql;
    }

    void append(int start, int end) {
        if (out == null) {
            out = new StringBuilder(64);
        }
        int separator = out.length() == 0 ? 0 : 1;
        full = full || out.length() + separator + end - start > MAX_LENGTH;
        if (!full) {
            if (separator > 0) {
                out.append(' ');
            }
            out.append(sql, start, end);
        }
    }

    int length() {
        return out == null ? 0 : out.length();
    }

    /** The summary, or null if there was no word for it. */
    String result() {
        return out == null || out.length() == 0 ? null : out.toString();
    }
}
