package io.obsagent.telemetry.messaging;

import io.obsagent.telemetry.Attributes;
import io.obsagent.telemetry.CounterSeries;

/** What only channels of AMQP 0-9-1 have, to one broker. Immutable, thread-safe. */
final class ChannelSeries {
    final CounterSeries channels;
    final CounterSeries blocked;

    ChannelSeries(MessagingInstruments instruments, Attributes labels) {
        channels = instruments.channels.series(labels);
        blocked = instruments.blocked.series(labels);
    }
}
