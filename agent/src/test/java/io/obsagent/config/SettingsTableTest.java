package io.obsagent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/settings.md} equal to {@link Keys}. What the document should be is left in {@code target/settings.md}, ready to be copied. */
class SettingsTableTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "settings.md");

    @Test
    void theDocumentIsTheTable() throws IOException {
        String document = Files.readString(DOCUMENT);
        int start = document.indexOf("| setting |");

        assertThat(start).isPositive();
        String expected = document.substring(0, start) + table();
        Files.writeString(Path.of("target", "settings.md"), expected);

        assertThat(document.equals(expected)).as("docs/settings.md is the table; agent/target/settings.md is what it should be").isTrue();
    }

    @Test
    void fewerThanFortyKeysAreOurOwn() {
        assertThat(Keys.all()).filteredOn(key -> key.name().startsWith("obs.")).hasSizeLessThan(40);
    }

    @Test
    void everyKeyAppearsOnce() {
        assertThat(Keys.all()).extracting(key -> SettingSources.normalise(key.name())).doesNotHaveDuplicates();
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| setting | environment | default | meaning |\n|---|---|---|---|\n");
        for (Key key : Keys.all()) {
            table.append("| `").append(key.name()).append("` | `").append(variable(key.name())).append("` | ")
                    .append(key.defaultValue() == null ? "" : "`" + key.defaultValue() + "`")
                    .append(" | ").append(key.meaning()).append(" |\n");
        }
        return table.toString();
    }

    private static String variable(String name) {
        Matcher placeholder = Pattern.compile("<[^>]+>").matcher(name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
        return placeholder.replaceAll("<NAME>");
    }
}
