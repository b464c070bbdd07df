package io.obsagent.smoke.otlp;

import com.google.protobuf.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Everything a receiver got, and the means to wait for more. Thread-safe.
 *
 * <p>{@link #requests()} has every request. Spans and metric points come only from requests that were answered with
 * success: what was refused is the sender's to send again and would count twice.
 *
 * <p>Waiting methods return as soon as the condition holds and fail with an {@link AssertionError} that says what did
 * arrive.
 */
public final class Received {
    /** Long enough for a cold JVM on a loaded two-core machine; a test never waits that long for what does come. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<OtlpRequest> requests = new ArrayList<>();
    private final List<String> strays = new ArrayList<>();
    private final List<ReceivedSpan> spans = new ArrayList<>();
    private final MetricStore metrics = new MetricStore();

    Received() {
    }

    /** As if these requests had come over HTTP and been accepted; for judging telemetry without a network. */
    public static Received of(Message... requests) {
        Received received = new Received();
        for (Message request : requests) {
            Map<String, String> headers = Map.of("content-type", "application/x-protobuf", "user-agent", "none");
            received.add(OtlpRequest.overHttp(Signal.of(request), headers, request.toByteArray(), Reply.ok()));
        }
        return received;
    }

    synchronized void add(OtlpRequest request) {
        requests.add(request);
        if (request.reply().accepts() && request.message().isPresent()) {
            Decoded.spans(request.message().get(), spans);
            Decoded.points(request.message().get(), metrics::add);
        }
        notifyAll();
    }

    synchronized void addStray(String what) {
        strays.add(what);
        notifyAll();
    }

    /** Every request in the order of arrival. */
    public synchronized List<OtlpRequest> requests() {
        return List.copyOf(requests);
    }

    public synchronized List<OtlpRequest> requests(Signal signal) {
        return requests.stream().filter(request -> request.signal() == signal).toList();
    }

    /** Method and path of requests that no signal answers to. */
    public synchronized List<String> strays() {
        return List.copyOf(strays);
    }

    public synchronized List<ReceivedSpan> spans() {
        return List.copyOf(spans);
    }

    public List<ReceivedSpan> spans(Predicate<ReceivedSpan> wanted) {
        return spans().stream().filter(wanted).toList();
    }

    /** Every metric point in the order of arrival. */
    public synchronized List<MetricPoint> points() {
        return metrics.all();
    }

    /** The newest point of each cumulative series of a metric, and all points of delta series. */
    public synchronized List<MetricPoint> latest(String metric) {
        return metrics.latest(metric);
    }

    /** How many values the histograms of a metric hold now, over all series that have these attributes. */
    public long count(String metric, Map<String, ?> attributes) {
        return matching(metric, attributes).stream().mapToLong(MetricPoint::count).sum();
    }

    public long count(String metric) {
        return count(metric, Map.of());
    }

    /** The sum of the present values of a counter or gauge, over all series that have these attributes. */
    public double value(String metric, Map<String, ?> attributes) {
        return matching(metric, attributes).stream().mapToDouble(MetricPoint::value).sum();
    }

    private List<MetricPoint> matching(String metric, Map<String, ?> attributes) {
        return latest(metric).stream()
                .filter(point -> Attributes.contain(point.attributes(), attributes)).toList();
    }

    /** Waits for at least {@code count} spans and returns all there are. */
    public List<ReceivedSpan> awaitSpans(int count) {
        return awaitSpans(span -> true, count);
    }

    /** Waits for at least {@code count} matching spans and returns all that match. */
    public List<ReceivedSpan> awaitSpans(Predicate<ReceivedSpan> wanted, int count) {
        return await(count + " spans", () -> {
            List<ReceivedSpan> found = spans(wanted);
            return found.size() >= count ? Optional.of(found) : Optional.empty();
        });
    }

    /** Waits for a span that matches. */
    public ReceivedSpan awaitSpan(String what, Predicate<ReceivedSpan> wanted) {
        return await(what, () -> spans().stream().filter(wanted).findFirst());
    }

    /** Waits until a point of the metric matches; cumulative series are judged by their newest point. */
    public MetricPoint awaitMetric(String name, Predicate<MetricPoint> wanted) {
        return await("metric " + name, () -> latest(name).stream().filter(wanted).findFirst());
    }

    /** Waits until the histograms of a metric hold at least {@code count} values. */
    public void awaitCount(String metric, Map<String, ?> attributes, long count) {
        await(count + " values in " + metric + attributes,
                () -> count(metric, attributes) >= count ? Optional.of(true) : Optional.empty());
    }

    /** Waits for at least {@code count} requests of a signal, answered or not. */
    public List<OtlpRequest> awaitRequests(Signal signal, int count) {
        return await(count + " requests of " + signal, () -> {
            List<OtlpRequest> found = requests(signal);
            return found.size() >= count ? Optional.of(found) : Optional.empty();
        });
    }

    /** Waits until {@code probe} has a value, asking it again after each arrival. */
    public <T> T await(String what, Supplier<Optional<T>> probe) {
        return await(what, probe, PATIENCE);
    }

    /** Waits at most {@code patience} until {@code probe} has a value, asking it again after each arrival. */
    public synchronized <T> T await(String what, Supplier<Optional<T>> probe, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<T> found = probe.get();
            if (found.isPresent()) {
                return found.get();
            }
            long millis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (millis <= 0) {
                throw new AssertionError("no " + what + " within " + patience + "; " + this);
            }
            try {
                wait(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting for " + what, e);
            }
        }
    }

    /** What arrived, short enough for a failure message. */
    @Override
    public synchronized String toString() {
        int shown = 20;
        StringBuilder text = new StringBuilder("received ").append(requests.size()).append(" requests, ")
                .append(spans.size()).append(" spans:");
        spans.stream().limit(shown).forEach(span -> text.append("\n  ").append(span));
        text.append("\nmetrics: ").append(metrics.names());
        return text.toString();
    }
}
