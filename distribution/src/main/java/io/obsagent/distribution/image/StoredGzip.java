package io.obsagent.distribution.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/**
 * A gzip file of stored blocks. The jar is compressed already, and the bytes a deflater makes differ between JDKs and
 * zlib builds, which would change the image's digest. Plain tar layers would be simpler still, but tools that push
 * images compress those on the way, and then the digest in the manifests names nothing.
 */
final class StoredGzip {
    private static final int LARGEST_BLOCK = 65535;
    private static final int HEADER = 10;
    private static final int TRAILER = 8;

    private StoredGzip() {}

    static byte[] of(byte[] content) {
        int blocks = Math.max(1, (content.length + LARGEST_BLOCK - 1) / LARGEST_BLOCK);
        ByteBuffer out = ByteBuffer.allocate(HEADER + blocks * 5 + content.length + TRAILER)
                .order(ByteOrder.LITTLE_ENDIAN);
        out.put(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 255});
        for (int block = 0; block < blocks; block++) {
            int start = block * LARGEST_BLOCK;
            int length = Math.min(LARGEST_BLOCK, content.length - start);
            out.put((byte) (block == blocks - 1 ? 1 : 0));
            out.putShort((short) length).putShort((short) ~length);
            out.put(content, start, length);
        }
        CRC32 crc = new CRC32();
        crc.update(content);
        return out.putInt((int) crc.getValue()).putInt(content.length).array();
    }
}
