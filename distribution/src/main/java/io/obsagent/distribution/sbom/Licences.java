package io.obsagent.distribution.sbom;

import java.util.List;
import java.util.Map;

/**
 * The licences of what is inside the jar, as SPDX identifiers, by Maven group. Checked by a person when a library is
 * taken in, which is also when NOTICE gets its paragraph: a library that is not here stops the build.
 */
final class Licences {
    private static final Map<String, List<String>> BY_GROUP = Map.of(
            "io.opentelemetry", List.of("Apache-2.0"),
            // byte-buddy carries ASM under a package of its own.
            "net.bytebuddy", List.of("Apache-2.0", "BSD-3-Clause"),
            "tools.profiler", List.of("Apache-2.0"));

    private Licences() {}

    static List<String> of(Library library) {
        List<String> licences = BY_GROUP.get(library.group());
        if (licences == null) {
            throw new IllegalStateException("the licence of " + library.group() + ":" + library.name()
                    + " is not known: check it, then add it to " + Licences.class.getName() + " and to NOTICE");
        }
        return licences;
    }
}
