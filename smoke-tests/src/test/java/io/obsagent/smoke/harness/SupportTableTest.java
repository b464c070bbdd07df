package io.obsagent.smoke.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SupportTableTest {
    @Test
    void listsEachVersionOnceInOrderAndLeavesFailedOnesOut() {
        String table = SupportTable.markdown(List.of(
                "Driver\tg:driver\t4.10.0\tA\tpassed",
                "Driver\tg:driver\t4.9.0\tA\tpassed",
                "Driver\tg:driver\t4.9.0\tB\tpassed",
                "Driver\tg:driver\t5.0.0\tA\tpassed",
                "Driver\tg:driver\t5.0.0\tB\tfailed"));

        assertThat(table).endsWith("| Driver | `g:driver` | 4.9.0, 4.10.0 |\n").doesNotContain("5.0.0");
    }
}
