package io.obsagent.smoke.overhead;

import io.obsagent.smoke.broker.RabbitMqBroker;
import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.otlp.OtlpReceiver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Messages of 200 bytes through RabbitMQ, one producer and one consumer, without an agent, with ours at 10 % and at 100 %
 * sampling, in turn; prints what throughput is kept in the same round, CPU and allocation: {@code mvn -B -q package
 * -DskipTests -Pflood [-Drounds=7] [-Dmessages=400000]}. Fails when a message is lost or not counted.
 */
public final class MessageFlood {
    private static final int ROUNDS = Integer.getInteger("rounds", 7);
    private static final int MESSAGES = Integer.getInteger("messages", 400_000);
    /** Until the compilers have nothing left to do: they take 2.5 us of CPU a message over the first 450,000. */
    private static final int WARM_UP = 800_000;
    private static final String[] RATIOS = {"", "0.1", "1.0"};

    private final Map<String, List<Double>> rates = new LinkedHashMap<>();
    private final Map<String, List<Double>> kept = new LinkedHashMap<>();
    private final Map<String, List<Double>> cpu = new LinkedHashMap<>();
    private final Map<String, List<Double>> bytes = new LinkedHashMap<>();

    private MessageFlood() {
    }

    public static void main(String[] arguments) throws IOException {
        List<Path> classPath = AppSources.compile(17,
                Libraries.resolve("com.rabbitmq:amqp-client:5.35.0", "org.slf4j:slf4j-nop:2.0.17"), "overhead/flood");
        MessageFlood flood = new MessageFlood();
        try (RabbitMqBroker broker = RabbitMqBroker.start(); SpanSink spans = new SpanSink()) {
            for (int round = 0; round < ROUNDS; round++) {
                double bare = 0;
                for (String ratio : RATIOS) {
                    double rate = flood.run(ratio, JavaApp.of("Flood", classPath), broker, spans);
                    bare = ratio.isEmpty() ? rate : bare;
                    add(flood.kept, ratio, rate / bare);
                }
            }
        }
        flood.print();
    }

    private double run(String ratio, JavaApp app, RabbitMqBroker broker, SpanSink spans) {
        String[] arguments = {Integer.toString(broker.port()), Integer.toString(WARM_UP), Integer.toString(MESSAGES)};
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            if (!ratio.isEmpty()) {
                app.withAgent().exportTo(receiver).env("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", spans.endpoint())
                        .env("OTEL_METRIC_EXPORT_INTERVAL", "60000").env("OTEL_BSP_SCHEDULE_DELAY", "5000")
                        .env("OTEL_TRACES_SAMPLER", "parentbased_traceidratio").env("OTEL_TRACES_SAMPLER_ARG", ratio);
            }
            AppProcess process = app.run(arguments).expectExit(0);
            if (!ratio.isEmpty()) {
                requireAllCounted(receiver, "messaging.client.sent.messages");
                requireAllCounted(receiver, "messaging.client.consumed.messages");
            }
            String[] figures = process.awaitLine("flood ").split("[ =]");
            double rate = Double.parseDouble(figures[2]);
            add(rates, ratio, rate);
            add(cpu, ratio, Double.parseDouble(figures[4]) / 1000);
            add(bytes, ratio, Double.parseDouble(figures[6]));
            return rate;
        }
    }

    private static void requireAllCounted(OtlpReceiver receiver, String counter) {
        double counted = receiver.received().value(counter, Map.of());
        if (counted != WARM_UP + MESSAGES) {
            throw new AssertionError(counter + " is " + counted + " after " + (WARM_UP + MESSAGES) + " messages");
        }
    }

    private static void add(Map<String, List<Double>> figures, String ratio, double figure) {
        figures.computeIfAbsent(ratio, r -> new ArrayList<>()).add(figure);
    }

    private void print() {
        System.out.printf("%-18s %12s %17s %14s %13s%n", "sampling", "messages/s", "throughput kept", "CPU us each", "B each");
        for (String ratio : RATIOS) {
            System.out.printf(Locale.ROOT, "%-18s %12.0f %17.3f %14.2f %13.0f%n", ratio.isEmpty() ? "without the agent" : ratio,
                    median(rates.get(ratio)), median(kept.get(ratio)), median(cpu.get(ratio)), median(bytes.get(ratio)));
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        sorted.sort(null);
        return sorted.get(sorted.size() / 2);
    }
}
