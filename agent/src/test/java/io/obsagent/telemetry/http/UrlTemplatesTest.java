package io.obsagent.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlTemplatesTest {
    private final UrlTemplates templates = new UrlTemplates();

    @ParameterizedTest
    @CsvSource({
        "http://host, /",
        "http://host/, /",
        "http://host/users/42?x=1, /users/{id}",
        "http://host/api/v1/users, /api/v1/users",
        "http://host/orders/6f1c2d3e-aaaa-bbbb-cccc-0123456789ab/lines, /orders/{id}/lines",
        "http://host/commits/deadbeef01, /commits/{id}",
        "http://host/cafe/facade, /cafe/facade",
        "http://host/order-123456, /{id}",
        "http://host/mail/bob@example.org#part, /mail/{id}",
        "http://host/search/two%20words, /search/{id}",
        "http://host/oauth2/token/, /oauth2/token/"
    })
    void identifiersAreFolded(String url, String template) {
        UrlTemplate learnt = templates.of(url);

        assertThat(learnt.text).isEqualTo(template);
        assertThat(learnt.spanName("GET")).isEqualTo("GET " + template).isSameAs(learnt.spanName("GET"));
        assertThat(learnt.spanName("PUT")).isEqualTo("PUT " + template);
        assertThat(templates.of(url)).as("found again").isSameAs(learnt);
    }

    @Test
    void aTemplateFitsNoOtherPath() {
        UrlTemplate lines = templates.of("http://host/orders/4711/lines");

        for (String other : new String[] {"/orders/4711", "/orders/4711/lines/x", "/orders/4711/linesx", "/orders/last/lines",
                "/orders/{id}x/lines", "/orders//lines", "/"}) {
            assertThat(templates.of("http://host" + other)).as(other).isNotSameAs(lines);
        }
        assertThat(templates.of("http://host/orders/0815/lines?all")).isSameAs(lines);
    }

    @Test
    void aLongPathHasNone() {
        assertThat(templates.of("http://host/a/b/c/d/e/f/g/h/i/j/k")).isNull();
    }

    @Test
    void anOriginWithTooManyHasNoneForFurtherOnes() {
        for (int i = 0; i < 200; i++) {
            templates.of("http://host/" + word(i));
        }

        assertThat(templates.of("http://host/" + word(0)).text).isEqualTo("/" + word(0));
        assertThat(templates.of("http://host/" + word(199))).isNull();
    }

    private static String word(int number) {
        return "word" + (char) ('a' + number / 20) + (char) ('a' + number % 20);
    }
}
