package io.obsagent.instrumentation.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PendingTagsTest {
    private final List<String> settled = new ArrayList<>();
    private final PendingTags<String> pending = new PendingTags<>(settled::add);

    private void add(int from, int to) {
        for (int tag = from; tag <= to; tag++) {
            assertThat(pending.add(tag, "m" + tag)).isTrue();
        }
    }

    @Test
    void settlesOneTagOnce() {
        add(1, 3);
        pending.settle(2, false, settled::add);
        pending.settle(2, false, settled::add);

        assertThat(settled).containsExactly("m2");
        assertThat(pending.get(2)).isNull();
        assertThat(pending.get(3)).isEqualTo("m3");
    }

    @Test
    void multipleSettlesAllUpToTheTagButNotHolesAgain() {
        add(1, 5);
        pending.settle(2, false, settled::add);
        pending.settle(4, true, settled::add);

        assertThat(settled).containsExactly("m2", "m1", "m3", "m4");
        assertThat(pending.get(5)).isEqualTo("m5");
    }

    @Test
    void tagZeroMeansAll() {
        add(1, 3);
        pending.settle(0, true, settled::add);

        assertThat(settled).containsExactly("m1", "m2", "m3");
    }

    @Test
    void growsAroundTheEndOfItsRing() {
        add(1, 12);
        pending.settle(10, true, settled::add);
        add(13, 60);
        settled.clear();
        pending.clear();

        assertThat(settled).hasSize(50).startsWith("m11").endsWith("m60");
    }

    @Test
    void whenClosedNothingIsPendingButTagsAreStillKnown() {
        add(1, 3);
        pending.settle(1, false, settled::add);
        settled.clear();
        pending.close();
        pending.close();

        assertThat(settled).containsExactly("m2", "m3");
        assertThat(pending.add(4, "late")).isFalse();
        pending.settle(4, true, settled::add);
        assertThat(settled).hasSize(2);
        assertThat(pending.get(3)).isEqualTo("m3");
        assertThat(pending.get(4)).isEqualTo("late");
    }

    @Test
    void givesUpTheOldestWhenNothingIsEverSettled() {
        add(1, (1 << 16) + 1);

        assertThat(settled).containsExactly("m1");
        assertThat(pending.get(2)).isEqualTo("m2");
    }

    @Test
    void ignoresATagThatDoesNotRise() {
        add(5, 6);

        assertThat(pending.add(6, "again")).isFalse();
        assertThat(pending.get(6)).isEqualTo("m6");
    }
}
