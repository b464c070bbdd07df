package io.obsagent.export.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderBlockTest {
    private static Map<String, String> decode(String hex) throws IOException {
        Map<String, String> headers = new HashMap<>();
        HeaderBlock.decode(bytes(hex), headers);
        return headers;
    }

    private static byte[] bytes(String hex) {
        byte[] bytes = new byte[hex.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = new BigInteger(hex.substring(2 * i, 2 * i + 2), 16).byteValue();
        }
        return bytes;
    }

    @Test
    void theHuffmanCodedRequestOfTheStandard() throws IOException {
        // RFC 7541, C.4.1
        assertThat(decode("828684418cf1e3c2e5f23a6ba0ab90f4ff"))
            .containsOnly(entry(":method", "GET"), entry(":scheme", "http"), entry(":path", "/"), entry(":authority", "www.example.com"));
    }

    @Test
    void theHuffmanCodedResponseOfTheStandard() throws IOException {
        // RFC 7541, C.6.1
        assertThat(decode("488264025885aec3771a4b6196d07abe941054d444a8200595040b8166e082a62d1bff6e919d29ad171863c78f0b97c8e9ae82ae43d3"))
            .containsOnly(
                entry(":status", "302"),
                entry("cache-control", "private"),
                entry("date", "Mon, 21 Oct 2013 20:13:21 GMT"),
                entry("location", "https://www.example.com"));
    }

    @Test
    void theLastEntryOfTheTable() throws IOException {
        assertThat(decode("bd")).containsOnly(entry("www-authenticate", ""));
    }

    @Test
    void whatIsEncodedIsDecoded() throws IOException {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        String[] lengths = {"", "x".repeat(126), "x".repeat(127), "x".repeat(128), "x".repeat(300), "x".repeat(70_000)};
        for (int i = 0; i < lengths.length; i++) {
            HeaderBlock.encode(block, "name-" + i, lengths[i]);
        }
        Map<String, String> headers = new HashMap<>();
        HeaderBlock.decode(block.toByteArray(), headers);

        for (int i = 0; i < lengths.length; i++) {
            assertThat(headers).containsEntry("name-" + i, lengths[i]);
        }
    }

    /** Index 0 and 62, a name and a value cut off, an endless integer, padding of zeros, of 8 bits, the end mark, a table of 1. */
    @ParameterizedTest
    @ValueSource(strings = {"80", "be", "00", "0003", "000161", "00016105", "ffffffffffffffff", "0001618100", "00016182f8ff", "00016184ffffffff", "21"})
    void nonsenseIsRefused(String hex) {
        assertThatThrownBy(() -> decode(hex)).isInstanceOf(Http2Exception.class);
    }
}
