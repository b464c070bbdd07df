package io.obsagent.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.telemetry.LabelCap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SummaryCapTest {
    private final SummaryCap cap = new SummaryCap();

    private Stream<String> folded(String operation, int count) {
        return IntStream.range(0, count).mapToObj(i -> cap.fold(operation + " t" + i));
    }

    @Test
    void aMigrationLeavesRoomForTheQueriesThatFollow() {
        assertThat(folded("CREATE TABLE", 400)).contains("CREATE TABLE t0", LabelCap.OTHER);
        assertThat(folded("alter table", 400)).containsOnly(LabelCap.OTHER);
        assertThat(folded("select", 900)).doesNotContain(LabelCap.OTHER);
    }

    @Test
    void generatedQueriesAreBounded() {
        assertThat(folded("select", 5000).distinct()).hasSize(1001).contains(LabelCap.OTHER);
        assertThat(cap.fold(null)).isNull();
    }
}
