package io.obsagent.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void writesNestedDocumentsInTheGivenOrder() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("b", List.of(1, 2L));
        document.put("a", Map.of("k", "v"));

        assertThat(Json.write(document).replaceAll("\\s+", "")).isEqualTo("{\"b\":[1,2],\"a\":{\"k\":\"v\"}}");
    }

    @Test
    void escapesWhatJsonDoesNotAllowInStrings() {
        assertThat(Json.write("a\"b\\c\nd")).isEqualTo("\"a\\\"b\\\\c\\u000ad\"\n");
    }

    @Test
    void refusesOtherTypes() {
        assertThatThrownBy(() -> Json.write(1.5)).isInstanceOf(IllegalArgumentException.class);
    }
}
