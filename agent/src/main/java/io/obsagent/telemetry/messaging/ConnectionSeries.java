package io.obsagent.telemetry.messaging;

import io.obsagent.telemetry.Attributes;
import io.obsagent.telemetry.CounterSeries;

/** Connections of a process to one broker. Immutable, thread-safe. */
final class ConnectionSeries {
    final CounterSeries open;
    final CounterSeries recoveries;

    ConnectionSeries(MessagingInstruments instruments, Attributes labels) {
        open = instruments.connections.series(labels);
        recoveries = instruments.recoveries.series(labels);
    }
}
