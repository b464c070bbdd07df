package io.obsagent.instrumentation.jdbc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the tables of cases beside the tests: blocks of {@code key: value} lines separated by an empty line, lines
 * with {@code #} in front left out. {@code \n}, {@code \r} and {@code \t} in a value stand for those characters.
 */
final class Table {
  private Table() {}

  /** One block: its values by key, in the order of the file. */
  static final class Row extends java.util.LinkedHashMap<String, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return String.join(" | ", values());
    }
  }

  static List<Row> read(String resource) {
    List<Row> rows = new ArrayList<>();
    try (BufferedReader reader = new BufferedReader(
        new InputStreamReader(Table.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      Row row = new Row();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("#")) {
          continue;
        }
        if (line.trim().isEmpty()) {
          if (!row.isEmpty()) {
            rows.add(row);
            row = new Row();
          }
          continue;
        }
        int colon = line.indexOf(':');
        row.put(line.substring(0, colon), unescaped(line.substring(colon + 1).trim()));
      }
      if (!row.isEmpty()) {
        rows.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static String unescaped(String value) {
    return value.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
  }
}
