package io.obsagent.distribution.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredGzipTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_534, 65_535, 65_536, 200_000})
    void anyGzipReaderGetsTheContentBack(int size) throws IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);

        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(StoredGzip.of(content)))) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }
}
