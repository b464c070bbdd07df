package io.obsagent.profile.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpanIndexTest {
    private static final SpanRef A = new SpanRef(1, 1, 1, 1);
    private static final SpanRef B = new SpanRef(2, 2, 2, 2);

    @Test
    void onlyWhatLiesInAnIntervalHasASpan() {
        SpanIndex index = new SpanIndex(100, 0);
        index.add(7, 300, 400, B);
        index.add(7, 100, 200, A);

        assertThat(index.find(7, 99)).isNull();
        assertThat(index.find(7, 100)).isEqualTo(A);
        assertThat(index.find(7, 200)).isEqualTo(A);
        assertThat(index.find(7, 250)).isNull();
        assertThat(index.find(7, 350)).isEqualTo(B);
        assertThat(index.find(8, 150)).isNull();
    }

    @Test
    void anOpenIntervalEndsWhereTheNextBegins() {
        SpanIndex index = new SpanIndex(100, 0);
        index.add(7, 100, Long.MAX_VALUE, A);
        index.add(7, 100, 150, A);
        index.add(7, 150, Long.MAX_VALUE, B);

        assertThat(index.find(7, 120)).isEqualTo(A);
        assertThat(index.find(7, 9_000)).isEqualTo(B);
    }

    @Test
    void theMarginOfTheClocksIsUnknown() {
        SpanIndex index = new SpanIndex(100, 10);
        index.add(7, 100, 200, A);

        assertThat(index.find(7, 105)).isNull();
        assertThat(index.find(7, 110)).isEqualTo(A);
        assertThat(index.find(7, 191)).isNull();
    }

    @Test
    void boundedAndEmptiedInTime() {
        SpanIndex index = new SpanIndex(2, 0);
        index.add(1, 0, 10, A);
        index.add(2, 0, Long.MAX_VALUE, A);
        index.add(3, 0, 10, A);
        assertThat(index.dropped()).isEqualTo(1);
        index.forgetBefore(5);
        assertThat(index.find(1, 5)).isEqualTo(A);
        assertThat(index.find(2, 5)).as("open ones are noted anew").isNull();
        index.forgetBefore(11);
        index.add(3, 20, 30, A);
        index.add(3, 40, 50, B);
        assertThat(index.find(3, 45)).isEqualTo(B);
    }
}
