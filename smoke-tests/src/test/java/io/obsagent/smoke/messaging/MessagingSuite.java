package io.obsagent.smoke.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.Received;
import io.obsagent.smoke.otlp.ReceivedSpan;
import java.util.List;

/** One run of an application, and then what was recorded at each of its destinations. */
abstract class MessagingSuite {
    static final String NAME = "messaging.destination.name";

    OtlpReceiver receiver;
    Received received;

    /** What the names of all destinations begin with. */
    String prefix() {
        return "";
    }

    /** The spans of an operation ({@code process}) at a destination. */
    final List<ReceivedSpan> spans(String operation, String destination) {
        return received.spans(span -> operation.equals(span.attribute("messaging.operation.name"))
                && (prefix() + destination).equals(span.attribute(NAME)));
    }

    /** The only one of these. */
    final ReceivedSpan span(String operation, String destination) {
        List<ReceivedSpan> found = spans(operation, destination);
        assertThat(found).as(operation + " " + destination).hasSize(1);
        return found.get(0);
    }
}
