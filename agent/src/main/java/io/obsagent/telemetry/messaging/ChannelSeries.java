package io.obsagent.telemetry.messaging;

import io.obsagent.telemetry.Attributes;
import io.obsagent.telemetry.CounterSeries;

/**
 * What only AMQP 0-9-1 has: channels of a process to one broker, and connections that the broker has blocked. Immutable,
 * thread-safe.
 */
final class ChannelSeries {
    final CounterSeries open;
    final CounterSeries blocked;

    ChannelSeries(MessagingInstruments instruments, Attributes labels) {
        open = instruments.channels.series(labels);
        blocked = instruments.blocked.series(labels);
    }
}
