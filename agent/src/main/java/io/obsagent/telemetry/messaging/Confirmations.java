package io.obsagent.telemetry.messaging;

import io.obsagent.telemetry.WeakTable;

/** Messages that were sent and that the broker has not answered for, by the library's object for each. Thread-safe. */
public final class Confirmations {
    private final WeakTable<Object, Unconfirmed> waiting = new WeakTable<>();

    /** A message was sent, at this moment of {@link System#nanoTime()}. Nothing is recorded of those never answered. */
    public void sent(Object sending, Destination target, long nanos) {
        waiting.put(sending, new Unconfirmed(target, nanos));
    }

    /**
     * The broker has answered; heeded once.
     *
     * @param outcome null for one that decides nothing
     */
    public void answered(Object sending, Verb outcome) {
        Unconfirmed sent = waiting.get(sending) == null ? null : waiting.remove(sending);
        if (sent == null || outcome == null) {
            return;
        }
        if (outcome == Verb.RELEASE) {
            sent.returned();
        } else {
            sent.confirmed(outcome == Verb.ACCEPT || outcome == Verb.ACK, System.nanoTime());
        }
    }
}
