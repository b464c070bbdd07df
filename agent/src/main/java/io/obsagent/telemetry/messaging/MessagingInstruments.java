package io.obsagent.telemetry.messaging;

import io.obsagent.telemetry.Counter;
import io.obsagent.telemetry.Histogram;
import io.obsagent.telemetry.LabelCap;
import io.obsagent.telemetry.Metrics;

/** The metrics of messaging: first those of the conventions, then ours. Thread-safe. */
final class MessagingInstruments {
    /** Routing keys and queue names may be generated; what exceeds this shares the label {@code _OTHER}. */
    private static final int MOST_DESTINATIONS = 500;
    private static final int MOST_ERROR_TYPES = 100;
    /** An instance may make up the name of its group, but makes few. */
    private static final int MOST_GROUPS = 100;

    /** The bounds that the conventions fix for messaging durations. */
    private static final double[] SECONDS = {0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10};
    /** A message may wait for milliseconds or for days. */
    private static final double[] QUEUE_SECONDS = {0.001, 0.005, 0.025, 0.1, 0.5, 1, 5, 15, 60, 300, 1800, 7200, 43200, 259200};

    final Histogram operations;
    final Histogram processing;
    final Counter sent;
    final Counter consumed;
    final Histogram queued;
    final Histogram confirms;
    final Counter returned;
    final Counter redelivered;
    final Counter unsettled;
    final Counter connections;
    final Counter blocked;
    final Counter channels;
    final Counter sessions;
    final Counter recoveries;
    final LabelCap destinations = new LabelCap(MOST_DESTINATIONS);
    final LabelCap groups = new LabelCap(MOST_GROUPS);
    final LabelCap errorTypes = new LabelCap(MOST_ERROR_TYPES);

    MessagingInstruments(Metrics metrics) {
        operations = metrics.durations("messaging.client.operation.duration",
                "Duration of messaging operations initiated by a producer or consumer client.", SECONDS);
        processing = metrics.durations("messaging.process.duration", "Duration of processing operation.", SECONDS);
        sent = metrics.counter("messaging.client.sent.messages", "{message}",
                "Number of messages producer attempted to send to the broker.");
        consumed = metrics.counter("messaging.client.consumed.messages", "{message}",
                "Number of messages that were delivered to the application.");
        queued = metrics.durations("obs.messaging.queue.duration",
                "Time from the publishing of a message to its first delivery.", QUEUE_SECONDS);
        confirms = metrics.durations("obs.messaging.confirm.duration",
                "Time from the publishing of a message to the broker's confirmation.", SECONDS);
        returned = metrics.counter("obs.messaging.returned.messages", "{message}",
                "Mandatory messages that the broker returned because no queue takes them.");
        redelivered = metrics.counter("obs.messaging.redelivered.messages", "{message}",
                "Deliveries that the broker marked as repeated.");
        unsettled = metrics.upDownCounter("obs.messaging.unsettled.messages", "{message}",
                "Messages delivered and neither acknowledged nor rejected yet.");
        connections = metrics.upDownCounter("obs.messaging.connections", "{connection}", "Open connections to a broker.");
        blocked = metrics.upDownCounter("obs.messaging.blocked.connections", "{connection}",
                "Connections that the broker does not read from, being short of a resource.");
        channels = metrics.upDownCounter("obs.messaging.channels", "{channel}", "Open channels to a broker.");
        sessions = metrics.upDownCounter("obs.messaging.sessions", "{session}", "Open sessions with a broker.");
        recoveries = metrics.counter("obs.messaging.recoveries", "{recovery}",
                "Connections that were lost and re-established by the client library.");
    }
}
