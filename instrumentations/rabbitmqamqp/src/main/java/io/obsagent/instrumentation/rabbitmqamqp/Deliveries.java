package io.obsagent.instrumentation.rabbitmqamqp;

import com.rabbitmq.client.amqp.Consumer;
import io.obsagent.telemetry.WeakTable;
import io.obsagent.telemetry.messaging.Unsettled;
import java.util.ArrayList;
import java.util.List;

/** What consumers, deliveries and batches of deliveries stand for, by the library's objects. */
final class Deliveries {
    private final WeakTable<Consumer, Unsettled> consumers = new WeakTable<>();
    private final WeakTable<Object, Held> deliveries = new WeakTable<>();
    private final WeakTable<Object, List<Held>> batches = new WeakTable<>();

    void consumer(Consumer consumer, Unsettled unsettled) {
        consumers.put(consumer, unsettled);
    }

    void lost(Consumer consumer, boolean forEver) {
        Unsettled unsettled = consumers.get(consumer);
        if (unsettled == null) {
            return;
        }
        if (forEver) {
            unsettled.close();
        } else {
            unsettled.clear();
        }
    }

    /** The library has made what the application settles a delivery with. */
    void made(Object context) {
        deliveries.put(context, new Held());
    }

    /** Null where the delivery is settled without the application, or is settled already. */
    Held of(Object context) {
        return deliveries.get(context);
    }

    /** The application leaves a delivery to a batch; one thread fills it. */
    void batched(Object batch, Object context) {
        Held delivery = deliveries.remove(context);
        List<Held> together = batches.get(batch);
        if (together == null) {
            together = new ArrayList<>();
            batches.put(batch, together);
        }
        if (delivery != null) {
            together.add(delivery);
        }
    }

    /** What is settled now by a delivery's context, or a batch's; empty where there is nothing left to settle. */
    List<Held> settle(Object context) {
        List<Held> together = batches.remove(context);
        List<Held> settled = new ArrayList<>(1);
        if (together != null) {
            together.forEach(delivery -> add(settled, delivery));
        } else {
            add(settled, deliveries.remove(context));
        }
        return settled;
    }

    private static void add(List<Held> settled, Held delivery) {
        if (delivery != null && delivery.settle()) {
            settled.add(delivery);
        }
    }
}
