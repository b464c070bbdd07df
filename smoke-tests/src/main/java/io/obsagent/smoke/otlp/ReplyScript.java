package io.obsagent.smoke.otlp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/** The answers a test has planned, by signal: first those queued, then the standing one. Thread-safe. */
final class ReplyScript {
    private final Map<Signal, Deque<Reply>> queued = new EnumMap<>(Signal.class);
    private final Map<Signal, Reply> standing = new EnumMap<>(Signal.class);

    synchronized void queue(Signal signal, Reply... replies) {
        Deque<Reply> line = queued.computeIfAbsent(signal, s -> new ArrayDeque<>());
        for (Reply reply : replies) {
            line.addLast(reply);
        }
    }

    synchronized void always(Signal signal, Reply reply) {
        standing.put(signal, reply);
    }

    synchronized Reply next(Signal signal) {
        Deque<Reply> line = queued.get(signal);
        if (line != null && !line.isEmpty()) {
            return line.removeFirst();
        }
        return standing.getOrDefault(signal, Reply.ok());
    }
}
