package io.obsagent.instrumentation.jms2;

import java.lang.ref.WeakReference;
import javax.jms.Message;

/**
 * The message that each thread received last. A loop that passes it to a listener by itself does not get it a second time;
 * a container that calls its listeners without such a loop does.
 */
final class LastReceived {
    private final ThreadLocal<Reception> last = new ThreadLocal<>();

    private static final class Reception extends WeakReference<Message> {
        final SessionState session;

        Reception(Message message, SessionState session) {
            super(message);
            this.session = session;
        }
    }

    /** @param session null where it is not known */
    void remember(Message message, SessionState session) {
        last.set(new Reception(message, session));
    }

    boolean is(Message message) {
        Reception reception = last.get();
        return reception != null && reception.get() == message;
    }

    /** By which session it came; null where that is not known, or another one was received since. */
    SessionState session(Message message) {
        return is(message) ? last.get().session : null;
    }
}
