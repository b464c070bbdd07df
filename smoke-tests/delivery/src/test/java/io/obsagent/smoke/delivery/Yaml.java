package io.obsagent.smoke.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** YAML and JSON documents as maps and lists. */
final class Yaml {
    private Yaml() {}

    static Map<String, Object> one(String text) {
        return map(new Load(LoadSettings.builder().build()).loadFromString(text));
    }

    static List<Map<String, Object>> all(String text) {
        List<Map<String, Object>> documents = new ArrayList<>();
        for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(text)) {
            documents.add(map(document));
        }
        return documents;
    }

    /** The documents of a file of {@code distribution/kubernetes}. */
    static List<Map<String, Object>> file(String name) throws IOException {
        return all(Files.readString(path(name)));
    }

    static Path path(String name) {
        return Path.of("../../distribution/kubernetes").resolve(name);
    }

    static String write(Object document) {
        return new Dump(DumpSettings.builder().build()).dumpToString(document);
    }

    /** The value below these keys; null where one is missing. Numbers are indexes of lists. */
    static Object at(Object document, Object... keys) {
        Object value = document;
        for (Object key : keys) {
            if (value instanceof Map<?, ?> map) {
                value = map.get(key);
            } else if (value instanceof List<?> list && key instanceof Integer index && index < list.size()) {
                value = list.get(index);
            } else {
                return null;
            }
        }
        return value;
    }

    /** A deep copy that can be changed. */
    static Map<String, Object> copy(Map<String, Object> document) {
        return one(write(document));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    /** The maps of a list; empty for null. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> maps(Object value) {
        return value == null ? List.of() : (List<Map<String, Object>>) value;
    }
}
