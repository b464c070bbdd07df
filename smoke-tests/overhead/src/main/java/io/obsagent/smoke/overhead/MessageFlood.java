package io.obsagent.smoke.overhead;

import io.obsagent.smoke.broker.RabbitMqBroker;
import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.otlp.OtlpReceiver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Messages of 200 bytes through RabbitMQ, one producer and one consumer, without an agent, without one but with the two headers
 * that an agent adds, with ours at 10 % and at 100 % sampling, in turn; prints what throughput is kept in the same round, CPU and allocation: {@code mvn -B -q package
 * -DskipTests -Pflood [-Drounds=7] [-Dmessages=400000]}. Fails when a message is lost or not counted.
 */
public final class MessageFlood {
    private static final int ROUNDS = Integer.getInteger("rounds", 7);
    private static final int MESSAGES = Integer.getInteger("messages", 400_000);
    /** Until the compilers have nothing left to do: they take 2.5 us of CPU a message over the first 450,000. */
    private static final int WARM_UP = 800_000;

    private final Map<Variant, List<Double>> rates = new EnumMap<>(Variant.class);
    private final Map<Variant, List<Double>> kept = new EnumMap<>(Variant.class);
    private final Map<Variant, List<Double>> cpu = new EnumMap<>(Variant.class);
    private final Map<Variant, List<Double>> brokersCpu = new EnumMap<>(Variant.class);
    private final Map<Variant, List<Double>> bytes = new EnumMap<>(Variant.class);

    private MessageFlood() {
    }

    private enum Variant {
        BARE("without an agent", null),
        /** What no agent that tells the consumer of the trace can save. */
        HEADERS("headers alone", null),
        TENTH("agent, 10 %", "0.1"),
        ALL("agent, 100 %", "1.0");

        final String title;
        /** How much is sampled, null without the agent. */
        final String ratio;

        Variant(String title, String ratio) {
            this.title = title;
            this.ratio = ratio;
        }
    }

    public static void main(String[] arguments) throws IOException {
        List<Path> classPath = AppSources.compile(17,
                Libraries.resolve("com.rabbitmq:amqp-client:5.35.0", "org.slf4j:slf4j-nop:2.0.17"), "overhead/flood");
        MessageFlood flood = new MessageFlood();
        try (RabbitMqBroker broker = RabbitMqBroker.start(); SpanSink spans = new SpanSink()) {
            for (int round = 0; round < ROUNDS; round++) {
                double bare = 0;
                for (Variant variant : Variant.values()) {
                    double rate = flood.run(variant, JavaApp.of("Flood", classPath), broker, spans);
                    bare = variant == Variant.BARE ? rate : bare;
                    add(flood.kept, variant, rate / bare);
                }
            }
        }
        flood.print();
    }

    private double run(Variant variant, JavaApp app, RabbitMqBroker broker, SpanSink spans) {
        String[] arguments = {Integer.toString(broker.port()), Integer.toString(WARM_UP), Integer.toString(MESSAGES),
                Boolean.toString(variant == Variant.HEADERS)};
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            if (variant.ratio != null) {
                app.withAgent().exportTo(receiver).env("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", spans.endpoint())
                        .env("OTEL_METRIC_EXPORT_INTERVAL", "60000").env("OTEL_BSP_SCHEDULE_DELAY", "5000")
                        .env("OTEL_TRACES_SAMPLER", "parentbased_traceidratio").env("OTEL_TRACES_SAMPLER_ARG", variant.ratio);
            }
            Duration before = broker.cpu();
            AppProcess process = app.run(arguments).expectExit(0);
            Duration brokers = broker.cpu().minus(before);
            if (variant.ratio != null) {
                requireAllCounted(receiver, "messaging.client.sent.messages");
                requireAllCounted(receiver, "messaging.client.consumed.messages");
            }
            String[] figures = process.awaitLine("flood ").split("[ =]");
            double rate = Double.parseDouble(figures[2]);
            add(rates, variant, rate);
            add(cpu, variant, Double.parseDouble(figures[4]) / 1000);
            add(brokersCpu, variant, brokers.toNanos() / 1e3 / (WARM_UP + MESSAGES));
            add(bytes, variant, Double.parseDouble(figures[6]));
            return rate;
        }
    }

    private static void requireAllCounted(OtlpReceiver receiver, String counter) {
        double counted = receiver.received().value(counter, Map.of());
        if (counted != WARM_UP + MESSAGES) {
            throw new AssertionError(counter + " is " + counted + " after " + (WARM_UP + MESSAGES) + " messages");
        }
    }

    private static void add(Map<Variant, List<Double>> figures, Variant variant, double figure) {
        figures.computeIfAbsent(variant, v -> new ArrayList<>()).add(figure);
    }

    private void print() {
        System.out.printf("%-18s %12s %17s %14s %21s %8s%n",
                "", "messages/s", "throughput kept", "CPU us each", "the broker's CPU us", "B each");
        for (Variant variant : Variant.values()) {
            System.out.printf(Locale.ROOT, "%-18s %12.0f %17.3f %14.2f %21.2f %8.0f%n", variant.title, median(rates.get(variant)),
                    median(kept.get(variant)), median(cpu.get(variant)), median(brokersCpu.get(variant)), median(bytes.get(variant)));
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        sorted.sort(null);
        return sorted.get(sorted.size() / 2);
    }
}
