package io.obsagent.instrumentation.rabbitmqamqp;

import com.rabbitmq.client.amqp.Publisher;
import com.rabbitmq.qpid.protonj2.client.DeliveryState;
import com.rabbitmq.qpid.protonj2.client.Tracker;

/** The application's callback; before it, what the broker says of a message is recorded. */
final class TracedCallback implements Publisher.Callback {
    private final Publisher.Callback callback;
    private final Publish publish;

    TracedCallback(Publisher.Callback callback, Publish publish) {
        this.callback = callback;
        this.publish = publish;
    }

    @Override
    public void handle(Publisher.Context context) {
        try {
            settled(publish.tracker());
        } catch (RuntimeException e) {
            // Nothing in the agent may keep the answer from the application.
        }
        callback.handle(context);
    }

    /** Of a connection that is lost there is no answer; the library then says that the message is rejected. */
    private void settled(Tracker tracker) {
        DeliveryState answer = tracker == null ? null : tracker.remoteState();
        if (answer == null) {
            return;
        }
        switch (answer.getType()) {
            case ACCEPTED:
                publish.target.confirmed(true, waited());
                break;
            case REJECTED:
                publish.target.confirmed(false, waited());
                break;
            case RELEASED:
                publish.target.returned();
                break;
            default:
                break;
        }
    }

    private long waited() {
        return System.nanoTime() - publish.operation.startNanos();
    }
}
