package io.obsagent.smoke.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A node of the convention data: a map whose missing parts are empty instead of null. Immutable. */
final class Data {
    private final Map<?, ?> map;

    private Data(Map<?, ?> map) {
        this.map = map;
    }

    /** Reads YAML or JSON from {@code resources/semconv}. */
    static Data load(String file) {
        try (InputStream in = Data.class.getResourceAsStream("/semconv/" + file)) {
            return new Data((Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Data at(String... path) {
        Map<?, ?> node = map;
        for (String key : path) {
            Object child = node.get(key);
            node = child instanceof Map<?, ?> inner ? inner : Map.of();
        }
        return new Data(node);
    }

    List<String> keys() {
        List<String> keys = new ArrayList<>();
        map.keySet().forEach(key -> keys.add(key.toString()));
        return keys;
    }

    String text(String key) {
        Object value = map.get(key);
        return value == null ? "" : value.toString();
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        if (map.get(key) instanceof List<?> list) {
            list.forEach(element -> texts.add(element.toString()));
        }
        return texts;
    }
}
