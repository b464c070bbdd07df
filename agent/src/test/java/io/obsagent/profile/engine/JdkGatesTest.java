package io.obsagent.profile.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdkGatesTest {
    private static final Events ALL = new Events(10_000_000, false, 50_000_000, 1 << 20, 10_000_000, true);

    @ParameterizedTest
    @CsvSource({
        "11.0.22, false, true", "11.0.23, true, true", "17.0.10, false, true", "17.0.11, true, true", "20.0.1, false, true",
        "21.0.2, false, true", "21.0.3, true, true", "22, true, true", "23.0.1, true, true", "24, true, false", "25.0.1, true, false",
    })
    void whatIsSampledWhere(String version, boolean allocations, boolean locks) {
        List<String> notes = new ArrayList<>();
        Events allowed = JdkGates.apply(ALL, Runtime.Version.parse(version), notes::add);

        assertThat(allowed.allocBytes > 0).isEqualTo(allocations);
        assertThat(allowed.live).isEqualTo(allocations);
        assertThat(allowed.lockNanos > 0).isEqualTo(locks);
        assertThat(allowed.cpuNanos).isEqualTo(ALL.cpuNanos);
        assertThat(notes).hasSize((allocations ? 0 : 1) + (locks ? 0 : 1));
    }
}
