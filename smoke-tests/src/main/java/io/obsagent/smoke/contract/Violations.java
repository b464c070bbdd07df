package io.obsagent.smoke.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects violations; the same one from many spans is kept once. Not thread-safe. */
final class Violations {
    private final Map<Violation, Integer> counted = new LinkedHashMap<>();

    void add(String rule, String subject, String detail) {
        counted.merge(new Violation(rule, subject, detail), 1, Integer::sum);
    }

    void require(boolean holds, String rule, String subject, String detail) {
        if (!holds) {
            add(rule, subject, detail);
        }
    }

    List<Violation> list() {
        return new ArrayList<>(counted.keySet());
    }
}
