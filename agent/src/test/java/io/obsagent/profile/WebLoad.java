package io.obsagent.profile;

import io.obsagent.telemetry.Kind;
import io.obsagent.telemetry.Layer;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests as a web application has them: a span of the server with three of a database below it, each of which waits,
 * behind filters and proxies that make stacks 60 to 90 frames deep; some 0.3 ms of CPU and 80 KiB of garbage each. The work is
 * given as a number of requests, so that its CPU time can be compared.
 */
final class WebLoad {
    /** Changes of span that the profiler hears of, in one request. */
    static final int SWITCHES = 8;
    /** Waits for an answer, in one request. */
    static final int PARKS = 3;
    private static final int LAYERS = 28;
    private static final int ROWS = 60;
    private static final long ANSWER_NANOS = 1_000_000;
    private static volatile Object sink;

    private final Telemetry telemetry;
    private final Layered[] layers = new Layered[LAYERS];
    private final LinkedBlockingQueue<Batch> batches = new LinkedBlockingQueue<>();
    private final int threads;

    WebLoad(Telemetry telemetry, int threads) {
        this.telemetry = telemetry;
        this.threads = threads;
        for (int i = 0; i < LAYERS; i++) {
            layers[i] = layer(i % 4);
        }
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(this::serve, "http-" + i);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Serves that many requests, as fast as the machine can or with that pause after each on its thread. */
    void serve(int requests, long pauseNanos) throws InterruptedException {
        Batch batch = new Batch(requests, threads, pauseNanos);
        for (int i = 0; i < threads; i++) {
            batches.put(batch);
        }
        batch.ended.await();
    }

    private static final class Batch {
        final AtomicInteger left;
        final CountDownLatch ended;
        final long pauseNanos;

        Batch(int requests, int threads, long pauseNanos) {
            this.left = new AtomicInteger(requests);
            this.ended = new CountDownLatch(threads);
            this.pauseNanos = pauseNanos;
        }
    }

    private void serve() {
        try {
            while (true) {
                Batch batch = batches.take();
                for (int n = batch.left.getAndDecrement(); n > 0; n = batch.left.getAndDecrement()) {
                    request(n);
                    if (batch.pauseNanos > 0) {
                        LockSupport.parkNanos(batch.pauseNanos);
                    }
                }
                batch.ended.countDown();
                batch.ended.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** On the calling thread. */
    void request(int number) {
        request(number, () -> { });
    }

    /** On the calling thread, which does that once where its stack is deepest. */
    void request(int number, Runnable deepest) {
        Operation request = telemetry.thread().startEntry(Layer.HTTP_SERVER, Kind.SERVER, null);
        request.name("GET /orders");
        request.attach();
        Map<String, Object> exchange = new HashMap<>();
        exchange.put("number", number);
        new Chain(() -> respond(exchange, deepest)).next(exchange);
        request.detach();
        request.end(null);
    }

    /** A filter, interceptor or proxy: does a little and calls the next. */
    private interface Layered {
        void handle(Map<String, Object> exchange, Chain chain);
    }

    private final class Chain {
        private final Runnable end;
        private int at;

        Chain(Runnable end) {
            this.end = end;
        }

        void next(Map<String, Object> exchange) {
            if (at < LAYERS) {
                layers[at++].handle(exchange, this);
            } else {
                end.run();
            }
        }
    }

    private static Layered layer(int kind) {
        switch (kind) {
            case 0:
                return (exchange, chain) -> {
                    exchange.put("header-" + chain.at, "value");
                    chain.next(exchange);
                };
            case 1:
                return (exchange, chain) -> {
                    try {
                        chain.next(exchange);
                    } finally {
                        exchange.remove("header-" + chain.at);
                    }
                };
            case 2:
                return new Layered() {
                    @Override
                    public void handle(Map<String, Object> exchange, Chain chain) {
                        sink = exchange.get("header-" + chain.at);
                        chain.next(exchange);
                    }
                };
            default:
                return new Layered() {
                    @Override
                    public void handle(Map<String, Object> exchange, Chain chain) {
                        synchronized (exchange) {
                            chain.next(exchange);
                        }
                    }
                };
        }
    }

    private void respond(Map<String, Object> exchange, Runnable deepest) {
        deepest.run();
        int number = (Integer) exchange.get("number");
        List<Map<String, Object>> orders = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            orders.addAll(query(number + i));
        }
        orders.sort((one, other) -> ((String) one.get("name")).compareTo((String) other.get("name")));
        Map<String, Double> totals = new TreeMap<>();
        for (Map<String, Object> order : orders) {
            totals.merge(((String) order.get("name")).substring(0, 2), Double.parseDouble((String) order.get("total")), Double::sum);
        }
        StringBuilder json = new StringBuilder();
        write(json, orders);
        write(json, totals);
        sink = json.toString();
    }

    private List<Map<String, Object>> query(int customer) {
        Operation call = telemetry.thread().start(Layer.DATABASE, Kind.CLIENT);
        call.name("SELECT orders");
        call.attach();
        try {
            LockSupport.parkNanos(ANSWER_NANOS);
            List<Map<String, Object>> rows = new ArrayList<>();
            for (int i = 0; i < ROWS; i++) {
                Map<String, Object> row = new HashMap<>();
                row.put("id", (long) customer * ROWS + i);
                row.put("name", Integer.toString(i * 7919 + customer * 104729 & 0xfffff, 36) + "-order");
                row.put("total", Double.toString(i * 1.25 + customer % 7));
                rows.add(row);
            }
            return rows;
        } finally {
            call.detach();
            call.end(null);
        }
    }

    private static void write(StringBuilder json, Object value) {
        if (value instanceof List) {
            json.append('[');
            for (Object each : (List<?>) value) {
                write(json, each);
                json.append(',');
            }
            json.append(']');
        } else if (value instanceof Map) {
            json.append('{');
            for (Map.Entry<?, ?> each : ((Map<?, ?>) value).entrySet()) {
                write(json, each.getKey());
                json.append(':');
                write(json, each.getValue());
                json.append(',');
            }
            json.append('}');
        } else {
            String text = String.valueOf(value);
            json.append('"');
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '"' || c == '\\') {
                    json.append('\\');
                }
                json.append(c);
            }
            json.append('"');
        }
    }
}
