package io.obsagent.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OperationTest {
    private final Telemetries telemetries = Telemetries.plain();
    private final ThreadState thread = telemetries.telemetry().thread();
    private final HistogramSeries series =
            telemetries.telemetry().metrics().durations("test", "", 1).series(Attributes.EMPTY);

    @Test
    void aChildBelongsToTheOperationThatIsAttached() {
        Operation request = thread.startEntry(Layer.HTTP_SERVER, Kind.SERVER, null);
        request.attach();
        Operation query = thread.start(Layer.DATABASE, Kind.CLIENT);

        assertThat(query.parent()).isSameAs(request);
        assertThat(query.trace()).isSameAs(request.trace());
        assertThat(query.span().parentId()).isEqualTo(request.spanId());
        request.detach();
        assertThat(thread.current()).isNull();
    }

    @Test
    void aCallInsideOneOfTheSameLayerIsTheSameCall() {
        Operation outer = thread.start(Layer.DATABASE, Kind.CLIENT);
        outer.attach();

        assertThat(thread.start(Layer.DATABASE, Kind.CLIENT)).isNull();
        outer.detach();
        assertThat(thread.start(Layer.DATABASE, Kind.CLIENT)).isNotNull();
    }

    @Test
    void recordsAndEndsOnceOnly() {
        Operation operation = thread.start(Layer.DATABASE, Kind.CLIENT);

        assertThat(operation.end(series)).isTrue();
        assertThat(operation.end(series)).isFalse();
        assertThat(series.counts()).containsExactly(1, 0);
        assertThat(telemetries.ended()).containsExactly(operation);
    }

    @Test
    void detachingOutOfOrderLeavesNothingBehind() {
        Operation outer = thread.start(Layer.HTTP_SERVER, Kind.SERVER);
        outer.attach();
        Operation inner = thread.start(Layer.DATABASE, Kind.CLIENT);
        inner.attach();

        outer.detach();
        assertThat(thread.current()).isNull();
        inner.detach();
        assertThat(thread.current()).isNull();
    }

    @Test
    void aLateChildKeepsItsParent() {
        Operation request = thread.startEntry(Layer.HTTP_SERVER, Kind.SERVER, null);
        request.end(series);
        Operation before = thread.swap(request);
        Operation late = thread.start(Layer.DATABASE, Kind.CLIENT);
        thread.swap(before);

        assertThat(late.span().parentId()).isEqualTo(request.spanId());
    }

    @Test
    void anUnsampledOperationIsCountedAndHasIds() {
        Telemetries off = Telemetries.with(Map.of("OTEL_TRACES_SAMPLER", "always_off"));
        HistogramSeries counted = off.telemetry().metrics().durations("test", "", 1).series(Attributes.EMPTY);
        Operation operation = off.telemetry().thread().start(Layer.DATABASE, Kind.CLIENT);
        operation.attach();
        Operation child = off.telemetry().thread().start(Layer.HTTP_CLIENT, Kind.CLIENT);
        operation.detach();

        assertThat(operation.sampled()).isFalse();
        assertThat(child.trace()).isSameAs(operation.trace());
        assertThat(child.spanId()).isEqualTo(operation.spanId()).isNotZero();
        assertThat(child.trace().low()).isNotZero();
        operation.end(counted);
        assertThat(counted.counts()[0]).isEqualTo(1);
        assertThat(off.ended()).isEmpty();
    }

    @Test
    void withoutAnExporterTheDecisionIsHandedOnAllTheSame() {
        Telemetries silent = Telemetries.with(Map.of("OTEL_TRACES_EXPORTER", "none"));
        RemoteContext sampled = new RemoteContext(1, 2, 3, true, null, null);
        RemoteContext unsampled = new RemoteContext(1, 2, 3, false, null, null);

        assertThat(silent.telemetry().thread().startEntry(Layer.HTTP_SERVER, Kind.SERVER, sampled).trace().sampled()).isTrue();
        assertThat(silent.telemetry().thread().startEntry(Layer.HTTP_SERVER, Kind.SERVER, unsampled).trace().sampled()).isFalse();
        assertThat(silent.telemetry().thread().startEntry(Layer.HTTP_SERVER, Kind.SERVER, null).trace().sampled()).isTrue();
    }

    @Test
    void continuesWhatArrived() {
        RemoteContext remote = new RemoteContext(1, 2, 3, true, "a=b", "k=v");
        Operation operation = thread.startEntry(Layer.HTTP_SERVER, Kind.SERVER, remote);

        assertThat(operation.trace().high()).isEqualTo(1);
        assertThat(operation.trace().low()).isEqualTo(2);
        assertThat(operation.span().parentId()).isEqualTo(3);
        assertThat(operation.span().remoteParent()).isTrue();
        assertThat(operation.trace().state()).isEqualTo("a=b");
        assertThat(operation.trace().baggage()).isEqualTo("k=v");
        assertThat(operation.trace().random()).isFalse();
    }

    @Test
    void keepsToTheLimitsOfSpans() {
        Telemetries limited = Telemetries.with(Map.of("OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT", "2",
                "OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT", "3", "OTEL_SPAN_EVENT_COUNT_LIMIT", "1"));
        Operation operation = limited.telemetry().thread().start(Layer.DATABASE, Kind.CLIENT);
        operation.set(AttributeKey.string("a"), "abcdef");
        operation.set(AttributeKey.string("b"), "x");
        operation.set(AttributeKey.string("c"), "y");
        operation.exception(new IllegalStateException("one"));
        operation.exception(new IllegalStateException("two"));

        assertThat(operation.span().attributeValue(0)).isEqualTo("abc");
        assertThat(operation.span().attributeCount()).isEqualTo(2);
        assertThat(operation.span().droppedAttributes()).isEqualTo(1);
        assertThat(operation.span().droppedEvents()).isEqualTo(1);
    }

    @Test
    void anExceptionThatPassesThroughIsRecordedWhereItHappened() {
        Operation request = thread.startEntry(Layer.HTTP_SERVER, Kind.SERVER, null);
        request.attach();
        Operation query = thread.start(Layer.DATABASE, Kind.CLIENT);
        IllegalStateException failure = new IllegalStateException("mine");
        query.exception(failure);
        request.exception(failure);
        request.detach();

        assertThat(query.span().eventCount()).isEqualTo(1);
        assertThat(request.span().eventCount()).isZero();
    }

    @Test
    void nothingStartsOnAMutedThread() {
        thread.mute(true);

        assertThat(thread.start(Layer.DATABASE, Kind.CLIENT)).isNull();
        assertThat(thread.startEntry(Layer.HTTP_SERVER, Kind.SERVER, null)).isNull();
        thread.mute(false);
    }
}
