package io.obsagent.export.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Decodes the Huffman code of HPACK (RFC 7541, appendix B). The code is canonical, so the lengths say everything. */
final class Huffman {
    private static final int LONGEST = 30;

    /** Bits of the codes of bytes 0 to 255. The end mark, the last of the longest codes, must not occur and so is left out. */
    private static final byte[] LENGTHS = {
        13, 23, 28, 28, 28, 28, 28, 28, 28, 24, 30, 28, 28, 30, 28, 28,
        28, 28, 28, 28, 28, 28, 30, 28, 28, 28, 28, 28, 28, 28, 28, 28,
        6, 10, 10, 12, 13, 6, 8, 11, 10, 10, 8, 11, 8, 6, 6, 6,
        5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 7, 8, 15, 6, 12, 10,
        13, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7,
        7, 7, 7, 7, 7, 7, 7, 7, 8, 7, 8, 13, 19, 13, 14, 6,
        15, 5, 6, 5, 6, 5, 6, 6, 6, 5, 7, 7, 6, 6, 6, 5,
        6, 7, 6, 5, 5, 6, 7, 7, 7, 7, 7, 15, 11, 14, 13, 28,
        20, 22, 20, 20, 22, 22, 22, 23, 22, 23, 23, 23, 23, 23, 24, 23,
        24, 24, 22, 23, 24, 23, 23, 23, 23, 21, 22, 23, 22, 23, 23, 24,
        22, 21, 20, 22, 22, 23, 23, 21, 23, 22, 22, 24, 21, 22, 23, 23,
        21, 21, 22, 21, 23, 22, 23, 23, 20, 22, 22, 22, 23, 22, 22, 23,
        26, 26, 20, 19, 22, 23, 22, 25, 26, 26, 26, 27, 27, 26, 24, 25,
        19, 21, 26, 27, 27, 26, 27, 24, 21, 21, 26, 26, 28, 27, 27, 27,
        20, 24, 20, 21, 22, 21, 21, 23, 22, 22, 25, 25, 24, 24, 26, 23,
        26, 27, 26, 26, 27, 27, 27, 27, 27, 28, 27, 27, 27, 27, 27, 26
    };

    /** By length: how many symbols, the first code, and where its symbol stands among {@link #SYMBOLS}. */
    private static final int[] COUNT = new int[LONGEST + 1];
    private static final int[] FIRST_CODE = new int[LONGEST + 1];
    private static final int[] FIRST_SYMBOL = new int[LONGEST + 1];
    private static final byte[] SYMBOLS = new byte[LENGTHS.length];

    static {
        for (byte length : LENGTHS) {
            COUNT[length]++;
        }
        int symbols = 0;
        int code = 0;
        for (int length = 1; length <= LONGEST; length++) {
            FIRST_CODE[length] = code;
            FIRST_SYMBOL[length] = symbols;
            for (int symbol = 0; symbol < LENGTHS.length; symbol++) {
                if (LENGTHS[symbol] == length) {
                    SYMBOLS[symbols++] = (byte) symbol;
                }
            }
            code = code + COUNT[length] << 1;
        }
    }

    private Huffman() {}

    static byte[] decode(byte[] coded, int start, int end) throws IOException {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream((end - start) * 2);
        int code = 0;
        int length = 0;
        for (int i = start * 8; i < end * 8; i++) {
            code = code << 1 | coded[i >> 3] >> 7 - (i & 7) & 1;
            if (++length > LONGEST) {
                throw new Http2Exception("a Huffman code without meaning");
            }
            int rank = code - FIRST_CODE[length];
            if (rank >= 0 && rank < COUNT[length]) {
                decoded.write(SYMBOLS[FIRST_SYMBOL[length] + rank]);
                code = 0;
                length = 0;
            }
        }
        if (length > 7 || code != (1 << length) - 1) {
            throw new Http2Exception("Huffman padding that is none");
        }
        return decoded.toByteArray();
    }
}
