package io.obsagent.smoke.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SupportTableTest {
    @Test
    void listsEachVersionOnceInOrderAndLeavesFailedOnesOut() {
        String table = SupportTable.markdown(List.of(
                "suite\tDriver\tg:driver\t4.10.0\tpassed",
                "suite\tDriver\tg:driver\t4.9.0\tpassed",
                "suite\tDriver\tg:driver\t4.9.0\tpassed",
                "suite\tDriver\tg:driver\t5.0.0\tpassed",
                "suite\tDriver\tg:driver\t5.0.0\tfailed"));

        assertThat(table).endsWith("| database | Driver | `g:driver` | 4.9.0, 4.10.0 |\n").doesNotContain("5.0.0");
    }
}
