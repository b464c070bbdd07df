package io.obsagent.id;

import java.util.Arrays;

/** Ids as hexadecimal digits: written in lower case at full width, as W3C trace context asks; read in any form that a header may have. */
public final class Hex {
    private static final byte[] DIGITS = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    /** What a lower-case digit stands for; -1 is no such digit. Digits are random, so branches on them cost more than a table. */
    private static final byte[] VALUES = new byte[128];

    static {
        Arrays.fill(VALUES, (byte) -1);
        for (byte value = 0; value < DIGITS.length; value++) {
            VALUES[DIGITS[value]] = value;
        }
    }

    private Hex() {}

    /** Writes 16 digits. */
    public static void write(long value, byte[] target, int at) {
        for (int i = 15; i >= 0; i--) {
            target[at + i] = DIGITS[(int) value & 15];
            value >>>= 4;
        }
    }

    /** The id of a span, 16 digits. */
    public static String of(long value) {
        byte[] digits = new byte[16];
        write(value, digits, 0);
        return ascii(digits);
    }

    /** The id of a trace, 32 digits. */
    public static String of(long high, long low) {
        byte[] digits = new byte[32];
        write(high, digits, 0);
        write(low, digits, 16);
        return ascii(digits);
    }

    /** A text of characters below 128. */
    @SuppressWarnings("deprecation") // the one String constructor that copies ASCII without a charset
    public static String ascii(byte[] digits) {
        return new String(digits, 0);
    }

    /** Whether the characters from {@code from} to {@code to} are lower-case hexadecimal digits. */
    public static boolean isLower(String text, int from, int to) {
        int seen = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            seen |= c < VALUES.length ? VALUES[c] : -1;
        }
        return seen >= 0;
    }

    /** Whether the whole text is hexadecimal digits of either case. */
    public static boolean isHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Up to 16 digits of either case that were checked before. */
    public static long parse(String text, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            value = value << 4 | (c & 15) + (c >> 6) * 9;
        }
        return value;
    }
}
