package io.obsagent.config.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlScalarsTest {
    private static List<String> find(String yaml) {
        return YamlScalars.find(yaml, "spring.application.name");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "spring:\n  application:\n    name: shop",
        "spring.application.name: shop",
        "spring:\n    application.name: \"shop\"\r\n",
        "# spring:\nspring:\n\n  # text\n  application:\n      name: 'shop'   # why\n",
        "a:\n  spring:\n    application:\n      name: other\nspring:\n  x: 1\n  application:\n    name: shop\n",
        "spring:\n  profiles:\n    active: dev\n---\nspring:\n  application:\n    name: shop\n",
        "'spring':\n  list:\n    - a: b\n    - name: c\n  application: # here\n    name: shop",
        "text: |\n  spring.application.name: not this one\nspring.application.name: shop",
    })
    void theNameIsFound(String yaml) {
        assertThat(find(yaml)).containsExactly("shop");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "spring:\n  application:\n    title: shop", "spring:\napplication:\n  name: shop", "spring: {application: {name: shop}}",
        "spring:\n  application:\n    name: *anchor", "name: shop", "spring.application.name:shop", "spring:\n  application:\n    name:\n      x: 1",
    })
    void nothingIsGuessed(String yaml) {
        assertThat(find(yaml)).isEmpty();
    }

    @Test
    void everyDocumentCounts() {
        assertThat(find("spring.application.name: a\n---\nspring.application.name: b\n")).containsExactly("a", "b");
    }
}
