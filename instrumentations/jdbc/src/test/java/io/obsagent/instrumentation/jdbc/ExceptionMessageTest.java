package io.obsagent.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table {@code messages.txt}: what servers and drivers really say, and what is left of it. */
class ExceptionMessageTest {
    private static final List<Map<String, String>> ROWS = Table.blocks("messages.txt");

    static List<Map<String, String>> rows() {
        return ROWS;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void message(Map<String, String> row) {
        assertThat(ExceptionMessage.sanitize(row.get("from"))).isEqualTo(row.get("to"));
    }

    @Test
    void noMessage() {
        assertThat(ExceptionMessage.sanitize(null)).isNull();
        assertThat(ExceptionMessage.sanitize("")).isEmpty();
    }

    /** Servers do not escape the quotes of the values they quote. */
    @Test
    void nothingOfAValueShowsWhateverIsInIt() {
        Random random = new Random(20261121);
        String[] pieces = {"SECRET", "'", "\"", "(", ")", "`", " ", ".", "@", "5", "\n", "=", "n't", "constraint "};
        for (int round = 0; round < 5_000; round++) {
            StringBuilder value = new StringBuilder("SECRET");
            for (int n = random.nextInt(6); n > 0; n--) {
                value.append(pieces[random.nextInt(pieces.length)]);
            }
            for (Map<String, String> row : ROWS) {
                String message = row.get("from").replace("bob", value);
                String told = ExceptionMessage.sanitize(message);
                if (told.contains("SECRET")) {
                    assertThat(told).as(message).doesNotContain("SECRET");
                }
            }
        }
    }

    @Test
    void aLongMessageIsCutAndHidesWhatWasOpen() {
        String message = "Duplicate entry '" + "SECRET) ".repeat(1000) + "' for key 'k'";

        assertThat(ExceptionMessage.sanitize(message)).isEqualTo("Duplicate entry ?");
        assertThat(ExceptionMessage.sanitize("word ".repeat(10_000)).length())
                .isLessThanOrEqualTo(ExceptionMessage.MAX_LENGTH);
    }
}
