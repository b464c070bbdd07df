package io.obsagent.smoke.otlp;

import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.profiles.v1development.ExportProfilesPartialSuccess;
import io.opentelemetry.proto.collector.profiles.v1development.ExportProfilesServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;

/** Builds the response message of a signal, with partial success where the reply asks for it. */
final class Responses {
    private Responses() {
    }

    static byte[] bytes(Signal signal, Reply reply) {
        if (reply.body() != null) {
            return reply.body();
        }
        if (!reply.accepts() || signal == Signal.PYROSCOPE_PUSH) {
            return new byte[0];
        }
        return message(signal, reply).toByteArray();
    }

    static Message message(Signal signal, Reply reply) {
        switch (signal) {
            case TRACES:
                ExportTraceServiceResponse.Builder traces = ExportTraceServiceResponse.newBuilder();
                if (partial(reply)) {
                    traces.setPartialSuccess(ExportTracePartialSuccess.newBuilder()
                            .setRejectedSpans(reply.rejected()).setErrorMessage(reply.message()));
                }
                return traces.build();
            case METRICS:
                ExportMetricsServiceResponse.Builder metrics = ExportMetricsServiceResponse.newBuilder();
                if (partial(reply)) {
                    metrics.setPartialSuccess(ExportMetricsPartialSuccess.newBuilder()
                            .setRejectedDataPoints(reply.rejected()).setErrorMessage(reply.message()));
                }
                return metrics.build();
            case LOGS:
                ExportLogsServiceResponse.Builder logs = ExportLogsServiceResponse.newBuilder();
                if (partial(reply)) {
                    logs.setPartialSuccess(ExportLogsPartialSuccess.newBuilder()
                            .setRejectedLogRecords(reply.rejected()).setErrorMessage(reply.message()));
                }
                return logs.build();
            case PROFILES:
                ExportProfilesServiceResponse.Builder profiles = ExportProfilesServiceResponse.newBuilder();
                if (partial(reply)) {
                    profiles.setPartialSuccess(ExportProfilesPartialSuccess.newBuilder()
                            .setRejectedProfiles(reply.rejected()).setErrorMessage(reply.message()));
                }
                return profiles.build();
            default:
                throw new IllegalArgumentException(signal + " has no OTLP response");
        }
    }

    private static boolean partial(Reply reply) {
        return reply.rejected() > 0 || !reply.message().isEmpty();
    }
}
