package io.obsagent.config;

/** An instant as {@code 2026-11-21 09:00:00.000Z}, without loading the JVM's calendars. */
final class Timestamp {
    private static final int DAY_MILLIS = 86_400_000;

    private Timestamp() {}

    /** Valid from 1970 on. Days are turned into a date by counting from 1 March of year 0, so that the leap day ends a year. */
    static void append(StringBuilder to, long epochMillis) {
        long day = epochMillis / DAY_MILLIS + 719_468;
        long era = day / 146_097;
        int dayOfEra = (int) (day % 146_097);
        int yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int shiftedMonth = (5 * dayOfYear + 2) / 153;
        int month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
        long year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);

        int millis = (int) (epochMillis % DAY_MILLIS);
        pad(to, (int) year, 4).append('-');
        pad(to, month, 2).append('-');
        pad(to, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, 2).append(' ');
        pad(to, millis / 3_600_000, 2).append(':');
        pad(to, millis / 60_000 % 60, 2).append(':');
        pad(to, millis / 1_000 % 60, 2).append('.');
        pad(to, millis % 1_000, 3).append('Z');
    }

    private static StringBuilder pad(StringBuilder to, int number, int width) {
        for (int limit = 10, digits = 1; digits < width; digits++, limit *= 10) {
            if (number < limit) {
                to.append('0');
            }
        }
        return to.append(number);
    }
}
