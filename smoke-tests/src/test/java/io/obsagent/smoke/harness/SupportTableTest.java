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

    @Test
    void isARowAnAreaInTheReadme() {
        String summary = SupportSummary.markdown("| area | library | artifact | tested versions |\n|---|---|---|---|\n"
                + "| database | Driver | `g:driver` | 4.9.0, 4.10.0.Final |\n"
                + "| HTTP client | Client | `g:new` | 5.0.0 |\n| HTTP client | Client | `g:old` | 3.9.0 |\n"
                + "| HTTP client | Other | `g:other` | 1.0-jre |\n");

        assertThat(summary).endsWith("| database | Driver 4.9.0–4.10.0 |\n| HTTP client | Client 3.9.0–5.0.0; Other 1.0 |\n");
    }

    @Test
    void aMachineMayRunLessThanIsSaidButNotMore() {
        String page = row("4.9.0, 4.10.0");

        assertThat(SupportTable.isSaid(row("4.10.0"), page)).isTrue();
        assertThat(SupportTable.isSaid(row("4.9.0, 4.10.0"), page)).isTrue();
        assertThat(SupportTable.isSaid(row("4.10.0, 5.0.0"), page)).isFalse();
        assertThat(SupportTable.isSaid(row("4.10.0").replace("Driver", "Other"), page)).isFalse();
    }

    private static String row(String versions) {
        return "| area | library | artifact | tested versions |\n|---|---|---|---|\n| database | Driver | `g:driver` | "
                + versions + " |\n";
    }
}
