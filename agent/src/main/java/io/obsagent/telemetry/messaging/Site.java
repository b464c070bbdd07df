package io.obsagent.telemetry.messaging;

import io.obsagent.telemetry.Attributes;
import io.obsagent.telemetry.Counter;
import io.obsagent.telemetry.CounterSeries;
import io.obsagent.telemetry.Histogram;
import io.obsagent.telemetry.HistogramSeries;
import io.obsagent.telemetry.Operation;

/** One verb at one destination: the span's name and attributes and the series, made once. Immutable, thread-safe. */
final class Site {
    private final MessagingInstruments instruments;
    private final String name;
    private final Attributes ofSpans;
    private final Attributes ofCounters;
    private final Attributes ofDurations;
    private final Histogram durations;
    private final Counter counter;
    private final HistogramSeries succeeded;
    private final CounterSeries counted;

    /**
     * @param name of spans
     * @param spans attributes of the destination for spans
     * @param labels attributes of the destination for series
     */
    Site(MessagingInstruments instruments, Verb verb, String name, Attributes spans, Attributes labels) {
        this.instruments = instruments;
        this.name = name;
        this.ofSpans = spans.with().put(MessagingAttributes.OPERATION_NAME, verb.operation)
                .put(MessagingAttributes.OPERATION_TYPE, verb.type).build();
        this.ofCounters = labels.with().put(MessagingAttributes.OPERATION_NAME, verb.operation).build();
        boolean processing = verb == Verb.PROCESS;
        this.ofDurations = processing ? ofCounters : ofCounters.with().put(MessagingAttributes.OPERATION_TYPE, verb.type).build();
        this.durations = processing ? instruments.processing : instruments.operations;
        this.counter = verb.type.equals("send") ? instruments.sent
                : verb.type.equals("settle") || verb.type.equals("create") ? null : instruments.consumed;
        this.succeeded = durations.series(ofDurations);
        this.counted = counter == null ? null : counter.series(ofCounters);
    }

    void describe(Operation operation) {
        if (operation.sampled()) {
            operation.name(name);
            operation.setAll(ofSpans);
        }
    }

    /** Ends the operation; what the application or the library threw is its error. False when it had ended before. */
    boolean end(Operation operation, Throwable thrown) {
        if (thrown == null) {
            return operation.end(succeeded);
        }
        boolean first = operation.claim();
        if (first) {
            String type = errorType(thrown);
            operation.exception(thrown);
            operation.set(MessagingAttributes.ERROR_TYPE, type);
            operation.error(null);
            operation.finish(durations.series(ofDurations.with().put(MessagingAttributes.ERROR_TYPE, type).build()));
        }
        return first;
    }

    /** Counts messages in the counter of this verb. */
    void count(int messages, Throwable thrown) {
        if (thrown == null) {
            counted.add(messages);
        } else {
            counter.series(ofCounters.with().put(MessagingAttributes.ERROR_TYPE, errorType(thrown)).build()).add(messages);
        }
    }

    private String errorType(Throwable thrown) {
        return instruments.errorTypes.fold(thrown.getClass().getName());
    }
}
