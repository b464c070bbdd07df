package io.obsagent.instrumentation.jdbc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the tables of cases beside the tests; lines with {@code #} in front are comments. */
final class Table {
    private Table() {}

    /** The lines that are neither empty nor comments. */
    static List<String> lines(String resource) {
        return raw(resource).stream().filter(line -> !line.isBlank()).collect(Collectors.toList());
    }

    /**
     * Blocks of {@code key: value} lines separated by an empty line. {@code \n}, {@code \r} and {@code \t} in a value
     * stand for those characters.
     */
    static List<Map<String, String>> blocks(String resource) {
        List<Map<String, String>> blocks = new ArrayList<>();
        Map<String, String> block = new LinkedHashMap<>();
        for (String line : raw(resource)) {
            if (line.isBlank()) {
                if (!block.isEmpty()) {
                    blocks.add(block);
                    block = new LinkedHashMap<>();
                }
            } else {
                int colon = line.indexOf(':');
                block.put(line.substring(0, colon), unescaped(line.substring(colon + 1).trim()));
            }
        }
        if (!block.isEmpty()) {
            blocks.add(block);
        }
        return blocks;
    }

    private static List<String> raw(String resource) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Table.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unescaped(String value) {
        return value.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
    }
}
