package io.obsagent.smoke.otlp;

import com.google.protobuf.Parser;
import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.profiles.v1development.ExportProfilesServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.util.Optional;

/** What a request carries; decides its HTTP path and how its body is decoded. */
public enum Signal {
    TRACES("/v1/traces", ExportTraceServiceRequest.parser()),
    METRICS("/v1/metrics", ExportMetricsServiceRequest.parser()),
    LOGS("/v1/logs", ExportLogsServiceRequest.parser()),
    PROFILES("/v1development/profiles", ExportProfilesServiceRequest.parser()),
    /** Pyroscope's push call; its messages are not part of OTLP and are kept as raw bytes. */
    PYROSCOPE_PUSH("/push.v1.PusherService/Push", null);

    private final String path;
    private final Parser<? extends Message> parser;

    Signal(String path, Parser<? extends Message> parser) {
        this.path = path;
        this.parser = parser;
    }

    /** The HTTP path of this signal, as the OTLP specification (or Pyroscope's API) fixes it. */
    public String path() {
        return path;
    }

    /** How a body of this signal is decoded; empty when the receiver keeps it as bytes. */
    Optional<Parser<? extends Message>> parser() {
        return Optional.ofNullable(parser);
    }

    /** The signal whose requests are of this message's type. */
    static Signal of(Message request) {
        for (Signal signal : values()) {
            if (signal.parser == request.getParserForType()) {
                return signal;
            }
        }
        throw new IllegalArgumentException("no export request: " + request.getClass());
    }

    static Optional<Signal> ofPath(String path) {
        for (Signal signal : values()) {
            if (signal.path.equals(path)) {
                return Optional.of(signal);
            }
        }
        return Optional.empty();
    }
}
