package io.obsagent.telemetry.messaging;

/**
 * The header that says when a message was published, in milliseconds of the epoch, as a plain string: the timestamps of
 * most protocols have seconds only, and belong to the user.
 */
public final class SentTime {
    public static final String HEADER = "obs-sent";

    /** More digits than the year 33658 has are not a time. */
    private static final int MOST_DIGITS = 15;

    private SentTime() {}

    /**
     * The time that the header's value names.
     *
     * @param value null where there is no such header
     * @return 0 where it names none
     */
    public static long parse(String value) {
        if (value == null || value.length() > MOST_DIGITS) {
            return 0;
        }
        long millis = 0;
        for (int i = 0; i < value.length(); i++) {
            int digit = value.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            millis = millis * 10 + digit;
        }
        return millis;
    }
}
