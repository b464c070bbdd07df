package io.obsagent.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Damages every URL of the table: nothing may throw, and no credential may show. Passwords of the table begin with
 * {@code SEC}, users with {@code SECRETU}; the seeds are fixed, so that a failure can be seen again.
 */
class DatabaseUrlFuzzTest {
    private static final String REPLACEMENTS = ":/@?&;=,)]}'x";

    private final List<String> urls = Table.lines("urls.txt").stream()
            .map(row -> row.substring(0, row.lastIndexOf(" -> ")))
            .collect(Collectors.toList());

    @Test
    void noCredentialShowsInAWholeUrl() {
        for (String url : urls) {
            assertHides(url, "SEC");
        }
    }

    @Test
    void noCredentialShowsInAUrlCutAnywhere() {
        for (String url : urls) {
            for (int end = 0; end <= url.length(); end++) {
                String cut = url.substring(0, end);
                assertHides(cut, "SECRETP");
            }
        }
    }

    @Test
    void noCredentialShowsWithOneCharacterMissing() {
        for (String url : urls) {
            for (int i = 0; i < url.length(); i++) {
                String damaged = url.substring(0, i) + url.substring(i + 1);
                assertHides(damaged, "SECRETP");
            }
        }
    }

    @Test
    void noCredentialShowsWithOneCharacterReplacedOrInserted() {
        for (String url : urls) {
            for (int i = 0; i < url.length(); i++) {
                for (int r = 0; r < REPLACEMENTS.length(); r++) {
                    String replaced = url.substring(0, i) + REPLACEMENTS.charAt(r) + url.substring(i + 1);
                    assertHides(replaced, "SECRETP");
                    String inserted = url.substring(0, i) + REPLACEMENTS.charAt(r) + url.substring(i);
                    assertHides(inserted, "SECRETP");
                }
            }
        }
    }

    @Test
    void manyDamagesNeverThrow() {
        Random random = new Random(20261121);
        for (int round = 0; round < 50_000; round++) {
            StringBuilder url = new StringBuilder(urls.get(random.nextInt(urls.size())));
            for (int damage = 1 + random.nextInt(8); damage > 0 && url.length() > 0; damage--) {
                int at = random.nextInt(url.length());
                switch (random.nextInt(4)) {
                    case 0: url.deleteCharAt(at); break;
                    case 1: url.insert(at, REPLACEMENTS.charAt(random.nextInt(REPLACEMENTS.length()))); break;
                    case 2: url.setCharAt(at, (char) random.nextInt(0x10000)); break;
                    default: url.append(url, at, Math.min(url.length(), at + 20));
                }
            }
            assertThat(DatabaseUrl.parse(url.toString(), new Properties()).systemName()).as(url.toString()).isNotEmpty();
        }
    }

    private static void assertHides(String url, String secret) {
        Database database = DatabaseUrl.parse(url);
        String told = database.serverAddress() + ' ' + database.namespace() + ' ' + database;
        if (told.contains(secret)) {
            // Described only on failure: there are half a million cases.
            assertThat(told).as(url).doesNotContain(secret);
        }
    }
}
