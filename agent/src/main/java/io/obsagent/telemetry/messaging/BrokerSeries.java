package io.obsagent.telemetry.messaging;

import io.obsagent.telemetry.Attributes;
import io.obsagent.telemetry.CounterSeries;

/** How a process is connected to one broker. Immutable, thread-safe. */
final class BrokerSeries {
    final CounterSeries connections;
    final CounterSeries recoveries;

    BrokerSeries(MessagingInstruments instruments, Attributes labels) {
        connections = instruments.connections.series(labels);
        recoveries = instruments.recoveries.series(labels);
    }
}
