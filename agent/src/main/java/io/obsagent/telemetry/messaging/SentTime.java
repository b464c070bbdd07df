package io.obsagent.telemetry.messaging;

/**
 * The header that says when a message was published, in milliseconds of the epoch, as a plain string: the timestamps of
 * most protocols have seconds only, and belong to the user.
 */
public final class SentTime {
    public static final String HEADER = "obs-sent";

    /** More digits than the year 33658 has are not a time. */
    private static final int MOST_DIGITS = 15;

    private static Moment last = new Moment(0);

    private SentTime() {}

    /** Immutable, so that a race makes an equal one twice and does no harm. */
    private static final class Moment {
        final long millis;
        final String text;

        Moment(long millis) {
            this.millis = millis;
            this.text = Long.toString(millis);
        }
    }

    /** The value for a message that is sent now, made once a millisecond: a flood publishes many in each. */
    public static String now() {
        long millis = System.currentTimeMillis();
        Moment moment = last;
        if (moment.millis != millis) {
            moment = new Moment(millis);
            last = moment;
        }
        return moment.text;
    }

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

    /** As {@link #parse(String)}, of the value's bytes as they came, without making a string of them. */
    public static long parse(byte[] value) {
        if (value.length > MOST_DIGITS) {
            return 0;
        }
        long millis = 0;
        for (byte character : value) {
            int digit = character - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            millis = millis * 10 + digit;
        }
        return millis;
    }
}
