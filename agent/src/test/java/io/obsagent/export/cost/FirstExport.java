package io.obsagent.export.cost;

import com.sun.management.OperatingSystemMXBean;
import io.obsagent.config.OtlpSettings;
import io.obsagent.config.Settings;
import io.obsagent.config.TraceSettings;
import io.obsagent.export.EndedSpans;
import io.obsagent.export.OtlpExporters;
import io.obsagent.export.OtlpSpanExporter;
import io.obsagent.telemetry.Operation;
import io.opentelemetry.exporter.internal.otlp.traces.LowAllocationTraceRequestMarshaler;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One JVM that makes an exporter and sends one batch: {@code VARIANT ENDPOINT}. Prints the classes that this loaded, the CPU time
 * it took the process, and the threads it left behind.
 */
public final class FirstExport {
    private FirstExport() {}

    public static void main(String[] arguments) throws IOException {
        List<SpanData> spans = spans();
        // What the others need is loaded before the measurement: the marshalers, and a class that reads the clock. Ours encodes by itself.
        body(spans);
        List<Operation> ours = new EndedSpans().ended(Collections.nCopies(spans.size(), "span").toArray(new String[0]));
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long classes = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        long cpu = process.getProcessCpuTime();

        boolean sent = send(arguments[0], arguments[1], spans, ours);

        cpu = process.getProcessCpuTime() - cpu;
        classes = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount() - classes;
        threads = ManagementFactory.getThreadMXBean().getThreadCount() - threads;
        System.out.println(sent + " " + classes + " " + TimeUnit.NANOSECONDS.toMillis(cpu) + " " + threads);
        System.exit(0);
    }

    private static boolean send(String variant, String endpoint, List<SpanData> spans, List<Operation> ours) throws IOException {
        if (variant.equals("HttpURLConnection")) {
            return post(endpoint, body(spans));
        }
        if (variant.equals("java.net.http")) {
            return postByHttpClient(endpoint, body(spans));
        }
        if (variant.startsWith("ours")) {
            OtlpSpanExporter exporter = ours(variant, endpoint);
            exporter.export(ours);
            return exporter.counts().delivered() == ours.size();
        }
        SpanExporter exporter = variant.equals("SDK, HTTP")
            ? OtlpHttpSpanExporter.builder().setEndpoint(endpoint + "/v1/traces").build()
            : OtlpGrpcSpanExporter.builder().setEndpoint(endpoint).build();
        return exporter.export(spans).join(30, TimeUnit.SECONDS).isSuccess();
    }

    private static OtlpSpanExporter ours(String variant, String endpoint) {
        Map<String, String> properties = Map.of(
            "otel.exporter.otlp.endpoint", endpoint, "otel.exporter.otlp.protocol", variant.equals("ours, gRPC") ? "grpc" : "http/protobuf");
        Settings settings = Settings.of(null, properties, Collections.emptyMap());
        return OtlpExporters.spans(OtlpSettings.of(settings, OtlpSettings.Signal.TRACES), TraceSettings.of(settings), Map.of());
    }

    private static boolean post(String endpoint, byte[] body) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(endpoint + "/v1/traces").openConnection();
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/x-protobuf");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        connection.getOutputStream().write(body);
        boolean accepted = connection.getResponseCode() == 200;
        connection.getInputStream().readAllBytes();
        return accepted;
    }

    private static boolean postByHttpClient(String endpoint, byte[] body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint + "/v1/traces"))
            .header("Content-Type", "application/x-protobuf").POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode() == 200;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static byte[] body(List<SpanData> spans) throws IOException {
        LowAllocationTraceRequestMarshaler request = new LowAllocationTraceRequestMarshaler();
        request.initialize(spans);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        request.writeBinaryTo(out);
        return out.toByteArray();
    }

    private static List<SpanData> spans() {
        List<SpanData> ended = new ArrayList<>();
        SpanExporter collector = new SpanExporter() {
            @Override
            public CompletableResultCode export(Collection<SpanData> spans) {
                ended.addAll(spans);
                return CompletableResultCode.ofSuccess();
            }

            @Override
            public CompletableResultCode flush() {
                return CompletableResultCode.ofSuccess();
            }

            @Override
            public CompletableResultCode shutdown() {
                return CompletableResultCode.ofSuccess();
            }
        };
        try (SdkTracerProvider provider = SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(collector)).build()) {
            for (int i = 0; i < 50; i++) {
                provider.get("cost").spanBuilder("span").setAttribute("number", i).startSpan().end();
            }
        }
        return ended;
    }
}
