package io.obsagent.distribution.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A tar archive (ustar) whose bytes depend on its entries alone: owner 0:0, no user names, one instant for all.
 * Names are at most 100 bytes of ASCII, sizes below 8 GiB.
 */
final class Tar {
    private static final int BLOCK = 512;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Instant modified;

    Tar(Instant modified) {
        this.modified = modified;
    }

    Tar folder(String name) {
        entry(name + "/", 0755, '5', new byte[0]);
        return this;
    }

    Tar file(String name, int mode, byte[] content) {
        entry(name, mode, '0', content);
        return this;
    }

    byte[] bytes() {
        byte[] written = out.toByteArray();
        byte[] closed = new byte[written.length + 2 * BLOCK];
        System.arraycopy(written, 0, closed, 0, written.length);
        return closed;
    }

    private void entry(String name, int mode, char type, byte[] content) {
        byte[] header = new byte[BLOCK];
        ascii(header, 0, 100, name);
        octal(header, 100, 8, mode);
        octal(header, 108, 8, 0);
        octal(header, 116, 8, 0);
        octal(header, 124, 12, content.length);
        octal(header, 136, 12, modified.getEpochSecond());
        ascii(header, 148, 8, "        ");
        header[156] = (byte) type;
        ascii(header, 257, 8, "ustar\00000");
        octal(header, 148, 7, sum(header));
        out.writeBytes(header);
        out.writeBytes(content);
        out.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
    }

    private static void ascii(byte[] header, int offset, int length, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length > length) {
            throw new IllegalArgumentException("tar name is longer than " + length + " bytes: " + text);
        }
        System.arraycopy(bytes, 0, header, offset, bytes.length);
    }

    private static void octal(byte[] header, int offset, int length, long value) {
        String digits = Long.toOctalString(value);
        ascii(header, offset, length, "0".repeat(length - 1 - digits.length()) + digits + "\0");
    }

    private static int sum(byte[] header) {
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xff;
        }
        return sum;
    }
}
