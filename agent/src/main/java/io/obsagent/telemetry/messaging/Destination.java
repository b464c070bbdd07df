package io.obsagent.telemetry.messaging;

import io.obsagent.telemetry.Attributes;
import io.obsagent.telemetry.CounterSeries;
import io.obsagent.telemetry.HistogramSeries;
import io.obsagent.telemetry.Operation;

/**
 * Where messages go to or come from, on one broker: a queue, a topic, an exchange with a routing key. Everything that
 * is the same for each message is made once and kept here. Thread-safe.
 */
public final class Destination {
    private static final int VERBS = Verb.values().length;

    private final MessagingInstruments instruments;
    private final String spanTarget;
    private final Attributes ofSpans;
    private final Attributes labels;
    /** Filled at first use; a site is immutable, so a race makes an equal one twice. */
    private final Site[] sites = new Site[VERBS];
    private HistogramSeries queued;
    private HistogramSeries acknowledged;
    private HistogramSeries refused;
    private CounterSeries redelivered;
    private CounterSeries returned;
    private CounterSeries unsettled;

    /**
     * @param broker attributes of the broker for spans
     * @param brokerLabels attributes of the broker for series
     * @param name null where the destination is not known
     * @param routingKey of AMQP 0-9-1, null or empty for none
     * @param temporary gone with the client that uses it: its name enters neither span names nor series
     * @param anonymous named by the broker
     * @param group of consumers that share its messages, null for none
     */
    Destination(MessagingInstruments instruments, Attributes broker, Attributes brokerLabels, String name,
            String routingKey, boolean temporary, boolean anonymous, String group) {
        this.instruments = instruments;
        boolean stable = name != null && !temporary && !anonymous;
        this.spanTarget = stable ? name : name == null ? server(brokerLabels) : null;
        this.ofSpans = broker.with()
                .put(MessagingAttributes.DESTINATION, name)
                .put(MessagingAttributes.ROUTING_KEY, routingKey == null || routingKey.isEmpty() ? null : routingKey)
                .put(MessagingAttributes.TEMPORARY, temporary ? Boolean.TRUE : null)
                .put(MessagingAttributes.ANONYMOUS, anonymous ? Boolean.TRUE : null)
                .put(MessagingAttributes.GROUP, group)
                .build();
        this.labels = brokerLabels.with()
                .put(MessagingAttributes.DESTINATION, stable ? instruments.destinations.fold(name) : null)
                .put(MessagingAttributes.GROUP, group == null ? null : instruments.groups.fold(group))
                .build();
    }

    private static String server(Attributes labels) {
        String address = labels.get(MessagingAttributes.SERVER_ADDRESS);
        Long port = labels.get(MessagingAttributes.SERVER_PORT);
        return address == null || port == null ? address : address + ":" + port;
    }

    /** Gives an operation its name and attributes; where they become known late, just before {@link #end}. */
    public void describe(Operation operation, Verb verb) {
        site(verb).describe(operation);
    }

    /**
     * Ends an operation.
     *
     * @param thrown by the application or the library, which is its error; null for success
     * @return false when it had ended before
     */
    public boolean end(Operation operation, Verb verb, Throwable thrown) {
        return site(verb).end(operation, thrown);
    }

    /** Counts messages that the application tried to send. */
    public void sent(Verb verb, int messages, Throwable thrown) {
        site(verb).count(messages, thrown);
    }

    /**
     * Counts one delivery, once whatever is done with it.
     *
     * @param verb how the application gets it
     * @param sentMillis when it was published, in milliseconds of the epoch; 0 where unknown
     * @param again whether the broker says that it was delivered before
     */
    public void delivered(Verb verb, long sentMillis, boolean again) {
        site(verb).count(1, null);
        if (again) {
            if (redelivered == null) {
                redelivered = instruments.redelivered.series(labels);
            }
            redelivered.add(1);
        } else if (sentMillis > 0) {
            if (queued == null) {
                queued = instruments.queued.series(labels);
            }
            queued.record((System.currentTimeMillis() - sentMillis) * 1_000_000L);
        }
    }

    /** The broker took responsibility for a published message, or refused it, so many nanoseconds after publishing. */
    public void confirmed(boolean accepted, long nanos) {
        if (accepted) {
            if (acknowledged == null) {
                acknowledged = confirms("ack");
            }
            acknowledged.record(nanos);
        } else {
            if (refused == null) {
                refused = confirms("nack");
            }
            refused.record(nanos);
        }
    }

    private HistogramSeries confirms(String outcome) {
        return instruments.confirms.series(labels.with().put(MessagingAttributes.CONFIRM_OUTCOME, outcome).build());
    }

    /** The broker sent a message back that no queue takes. */
    public void returned() {
        if (returned == null) {
            returned = instruments.returned.series(labels);
        }
        returned.add(1);
    }

    /** Messages that the application holds unsettled have become more, or fewer. */
    public void unsettled(int change) {
        if (unsettled == null) {
            unsettled = instruments.unsettled.series(labels);
        }
        unsettled.add(change);
    }

    private Site site(Verb verb) {
        Site site = sites[verb.ordinal()];
        if (site == null) {
            String name = spanTarget == null ? verb.operation : verb.operation + " " + spanTarget;
            site = new Site(instruments, verb, name, ofSpans, labels);
            sites[verb.ordinal()] = site;
        }
        return site;
    }
}
