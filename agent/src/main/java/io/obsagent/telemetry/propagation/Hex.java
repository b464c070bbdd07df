package io.obsagent.telemetry.propagation;

/** Ids as lower-case hexadecimal digits. */
final class Hex {
    private static final byte[] DIGITS = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private Hex() {}

    /** Writes 16 digits. */
    static void write(long value, byte[] target, int at) {
        for (int i = 15; i >= 0; i--) {
            target[at + i] = DIGITS[(int) value & 15];
            value >>>= 4;
        }
    }

    static String of(long value) {
        byte[] digits = new byte[16];
        write(value, digits, 0);
        return ascii(digits);
    }

    static String of(long high, long low) {
        byte[] digits = new byte[32];
        write(high, digits, 0);
        write(low, digits, 16);
        return ascii(digits);
    }

    @SuppressWarnings("deprecation") // the one String constructor that copies ASCII without a charset
    static String ascii(byte[] digits) {
        return new String(digits, 0);
    }

    /** Whether the characters from {@code from} to {@code to} are lower-case hexadecimal digits. */
    static boolean isLower(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }

    /** Whether the whole text is hexadecimal digits of either case. */
    static boolean isHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Up to 16 digits that were checked before. */
    static long parse(String text, int from, int to) {
        return Long.parseUnsignedLong(text, from, to, 16);
    }
}
