package io.obsagent.export.transport;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** The two forms of a Retry-After header (RFC 9110, section 10.2.3). */
final class RetryAfter {
    private RetryAfter() {}

    /** -1 when there is no header or it makes no sense. */
    static long millis(String header, long nowMillis) {
        if (header == null || header.isEmpty()) {
            return -1;
        }
        try {
            long wait = Character.isDigit(header.charAt(0))
                    ? Math.multiplyExact(Long.parseLong(header), 1_000)
                    : ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant().toEpochMilli() - nowMillis;
            return Math.max(0, wait);
        } catch (NumberFormatException | ArithmeticException | DateTimeParseException e) {
            return -1;
        }
    }
}
