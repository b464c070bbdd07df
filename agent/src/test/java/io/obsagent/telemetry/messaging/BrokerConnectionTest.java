package io.obsagent.telemetry.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.telemetry.Counter;
import io.obsagent.telemetry.CounterSeries;
import io.obsagent.telemetry.Telemetries;
import org.junit.jupiter.api.Test;

class BrokerConnectionTest {
    private final MessagingInstruments instruments = new MessagingInstruments(Telemetries.plain().telemetry().metrics());
    private final Broker here = new Broker(instruments, "amqp", "here", 1, null, 0);
    private final Broker there = new Broker(instruments, "amqp", "there", 1, null, 0);
    private final BrokerConnection connection = new BrokerConnection(here);

    private static long total(Counter counter) {
        return counter.all().stream().mapToLong(CounterSeries::value).sum();
    }

    @Test
    void whatIsToldTwiceCountsOnce() {
        connection.opened();
        connection.opened();
        assertThat(total(instruments.connections)).isEqualTo(1);

        connection.lost();
        connection.closed();
        assertThat(total(instruments.connections)).isZero();
        assertThat(total(instruments.recoveries)).isZero();
    }

    @Test
    void aLostConnectionComesBackWithItsSessionsAtAnotherBroker() {
        BrokerSession session = new BrokerSession(connection);
        connection.opened();
        session.opened();
        connection.lost();
        assertThat(total(instruments.sessions)).isZero();

        connection.opened(there);
        assertThat(total(instruments.sessions)).isEqualTo(1);
        assertThat(total(instruments.recoveries)).isEqualTo(1);
        assertThat(connection.broker()).isSameAs(there);

        connection.closed();
        session.closed();
        assertThat(total(instruments.sessions)).isZero();
    }

    @Test
    void whatIsHeldIsLostWithTheConnection() {
        Unsettled unsettled = new Unsettled(connection);
        Unsettled.Delivery held = unsettled.arrived();
        Unsettled.Delivery late = unsettled.arrived();
        held.taken(here.named("queue"));
        assertThat(total(instruments.unsettled)).isEqualTo(1);

        connection.lost();
        held.settled();
        late.taken(here.named("queue"));
        assertThat(total(instruments.unsettled)).isZero();
    }

    @Test
    void whatIsSettledBeforeTheApplicationHasItIsNeverHeld() {
        Unsettled.Delivery delivery = new Unsettled(connection).arrived();
        delivery.settled();
        delivery.taken(here.named("queue"));

        assertThat(instruments.unsettled.all()).isEmpty();
    }

    @Test
    void theAnswerToAMessageIsHeededOnce() {
        Confirmations confirmations = new Confirmations();
        Object message = new Object();
        confirmations.sent(message, here.named("queue"), System.nanoTime());
        confirmations.answered(message, Verb.settling("Accepted"));
        confirmations.answered(message, Verb.settling("REJECTED"));
        confirmations.answered(new Object(), Verb.ACCEPT);

        confirmations.sent(message, here.named("queue"), System.nanoTime());
        confirmations.answered(message, Verb.settling("released"));

        assertThat(total(instruments.returned)).isEqualTo(1);
        assertThat(instruments.confirms.all()).singleElement()
                .satisfies(series -> assertThat(series.counts()).containsOnlyOnce(1));
    }
}
