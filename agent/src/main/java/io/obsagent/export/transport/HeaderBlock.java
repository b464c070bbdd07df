package io.obsagent.export.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * Header compression of HTTP/2 (RFC 7541) as far as one small request every few seconds needs it: requests are literals, and as
 * we announce a dynamic table of size 0, answers refer to the static table only.
 */
final class HeaderBlock {
    /** Name and value of entries 1 to 61 (appendix A), one a line. */
    private static final String STATIC_TABLE =
        ":authority\n:method GET\n:method POST\n:path /\n:path /index.html\n:scheme http\n:scheme https\n:status 200\n:status 204\n"
            + ":status 206\n:status 304\n:status 400\n:status 404\n:status 500\naccept-charset\naccept-encoding gzip, deflate\n"
            + "accept-language\naccept-ranges\naccept\naccess-control-allow-origin\nage\nallow\nauthorization\ncache-control\n"
            + "content-disposition\ncontent-encoding\ncontent-language\ncontent-length\ncontent-location\ncontent-range\ncontent-type\n"
            + "cookie\ndate\netag\nexpect\nexpires\nfrom\nhost\nif-match\nif-modified-since\nif-none-match\nif-range\n"
            + "if-unmodified-since\nlast-modified\nlink\nlocation\nmax-forwards\nproxy-authenticate\nproxy-authorization\nrange\n"
            + "referer\nrefresh\nretry-after\nserver\nset-cookie\nstrict-transport-security\ntransfer-encoding\nuser-agent\nvary\n"
            + "via\nwww-authenticate\n";

    private final byte[] bytes;
    private int position;

    private HeaderBlock(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Adds a header that proxies must not keep in their tables either: it may be a secret, and it is sent seldom. */
    static void encode(ByteArrayOutputStream to, String name, String value) {
        to.write(0x10);
        encode(to, name);
        encode(to, value);
    }

    private static void encode(ByteArrayOutputStream to, String text) {
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        int length = octets.length;
        if (length < 0x7f) {
            to.write(length);
        } else {
            to.write(0x7f);
            length -= 0x7f;
            for (; length >= 0x80; length >>= 7) {
                to.write(length | 0x80);
            }
            to.write(length);
        }
        to.write(octets, 0, octets.length);
    }

    /** Puts the headers of a block into {@code headers}, a later one over an earlier one of the same name. */
    static void decode(byte[] block, Map<String, String> headers) throws IOException {
        HeaderBlock reader = new HeaderBlock(block);
        while (reader.position < block.length) {
            reader.header(headers);
        }
    }

    private void header(Map<String, String> headers) throws IOException {
        int first = bytes[position] & 0xff;
        if ((first & 0x80) != 0) {
            String entry = staticEntry(integer(7));
            int blank = entry.indexOf(' ');
            headers.put(blank < 0 ? entry : entry.substring(0, blank), blank < 0 ? "" : entry.substring(blank + 1));
        } else if ((first & 0xe0) == 0x20) {
            if (integer(5) != 0) {
                throw new Http2Exception("a larger header table than we offered");
            }
        } else {
            int index = integer((first & 0x40) != 0 ? 6 : 4);
            String name = index == 0 ? string() : staticName(index);
            headers.put(name, string());
        }
    }

    private static String staticEntry(int index) throws IOException {
        int start = 0;
        for (int i = 1; i < index && start > -1; i++) {
            start = STATIC_TABLE.indexOf('\n', start) + 1;
            if (start == STATIC_TABLE.length() || start == 0) {
                start = -1;
            }
        }
        if (index == 0 || start < 0) {
            throw new Http2Exception("a header that is not in the table");
        }
        return STATIC_TABLE.substring(start, STATIC_TABLE.indexOf('\n', start));
    }

    private static String staticName(int index) throws IOException {
        String entry = staticEntry(index);
        int blank = entry.indexOf(' ');
        return blank < 0 ? entry : entry.substring(0, blank);
    }

    /** An integer whose first part is the low {@code bits} of the current byte (section 5.1). */
    private int integer(int bits) throws IOException {
        int most = (1 << bits) - 1;
        int value = octet() & most;
        if (value < most) {
            return value;
        }
        for (int shift = 0; shift < 28; shift += 7) {
            int next = octet();
            value += (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new Http2Exception("an integer out of bounds");
    }

    private String string() throws IOException {
        boolean coded = position < bytes.length && (bytes[position] & 0x80) != 0;
        int length = integer(7);
        if (length < 0 || length > bytes.length - position) {
            throw new Http2Exception("a header that is cut off");
        }
        int start = position;
        position += length;
        byte[] octets = coded ? Huffman.decode(bytes, start, position) : Arrays.copyOfRange(bytes, start, position);
        return new String(octets, StandardCharsets.UTF_8);
    }

    private int octet() throws IOException {
        if (position == bytes.length) {
            throw new Http2Exception("a header that is cut off");
        }
        return bytes[position++] & 0xff;
    }
}
