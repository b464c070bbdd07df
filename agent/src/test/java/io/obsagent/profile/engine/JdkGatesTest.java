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
        "11.0.22, false", "11.0.23, true", "17.0.10, false", "17.0.11, true", "20.0.1, false", "21.0.2, false", "21.0.3, true",
        "22, true", "24, true", "25.0.1, true",
    })
    void whatIsSampledWhere(String version, boolean allocations) {
        List<String> notes = new ArrayList<>();
        Events allowed = JdkGates.apply(ALL, Runtime.Version.parse(version), notes::add);

        assertThat(allowed.allocBytes > 0).isEqualTo(allocations);
        assertThat(allowed.live).isEqualTo(allocations);
        assertThat(allowed.lockNanos).isEqualTo(ALL.lockNanos);
        assertThat(allowed.cpuNanos).isEqualTo(ALL.cpuNanos);
        assertThat(notes).hasSize(allocations ? 0 : 1);
    }
}
