package io.obsagent.export.cost;

import com.sun.management.OperatingSystemMXBean;
import io.obsagent.config.OtlpSettings;
import io.obsagent.config.Settings;
import io.obsagent.config.TraceSettings;
import io.obsagent.export.OtlpExporters;
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
        // What every variant needs is loaded before the measurement: the marshalers, and a class that reads the clock.
        body(spans);
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long classes = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        long cpu = process.getProcessCpuTime();

        boolean sent = send(arguments[0], arguments[1], spans);

        cpu = process.getProcessCpuTime() - cpu;
        classes = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount() - classes;
        threads = ManagementFactory.getThreadMXBean().getThreadCount() - threads;
        System.out.println(sent + " " + classes + " " + TimeUnit.NANOSECONDS.toMillis(cpu) + " " + threads);
        System.exit(0);
    }

    private static boolean send(String variant, String endpoint, List<SpanData> spans) throws IOException {
        if (variant.equals("HttpURLConnection")) {
            return post(endpoint, body(spans));
        }
        if (variant.equals("java.net.http")) {
            return postByHttpClient(endpoint, body(spans));
        }
        CompletableResultCode result = exporter(variant, endpoint).export(spans).join(30, TimeUnit.SECONDS);
        return result.isSuccess();
    }

    private static SpanExporter exporter(String variant, String endpoint) {
        switch (variant) {
            case "SDK, HTTP":
                return OtlpHttpSpanExporter.builder().setEndpoint(endpoint + "/v1/traces").build();
            case "SDK, gRPC":
                return OtlpGrpcSpanExporter.builder().setEndpoint(endpoint).build();
            default:
                Map<String, String> properties = Map.of(
                    "otel.exporter.otlp.endpoint", endpoint, "otel.exporter.otlp.protocol", variant.equals("ours, gRPC") ? "grpc" : "http/protobuf");
                Settings settings = Settings.of(null, properties, Collections.emptyMap());
                return OtlpExporters.spans(OtlpSettings.of(settings, OtlpSettings.Signal.TRACES), TraceSettings.of(settings));
        }
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
