package io.obsagent.instrumentation.jms2;

import java.lang.ref.WeakReference;
import javax.jms.Message;

/**
 * The message that each thread received last. A loop that passes it to a listener by itself does not get it a second time;
 * a container that calls its listeners without such a loop does.
 */
final class LastReceived {
    private final ThreadLocal<WeakReference<Message>> last = new ThreadLocal<>();

    void remember(Message message) {
        last.set(new WeakReference<>(message));
    }

    boolean is(Message message) {
        WeakReference<Message> reference = last.get();
        return reference != null && reference.get() == message;
    }
}
