package io.obsagent.tools.doctor;

import io.obsagent.config.Endpoint;
import io.obsagent.config.OtlpSettings;
import io.obsagent.config.Settings;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether OTLP arrives: by the usual meaning of the ports, and by asking. Each address is asked once. */
final class EndpointCheck implements Check {
    private static final int GRPC_PORT = 4317;
    private static final int HTTP_PORT = 4318;

    @Override
    public void run(Target target, Report report) {
        Settings settings = TargetSettings.of(target);
        Map<String, OtlpSettings> byAddress = new LinkedHashMap<>();
        for (OtlpSettings.Signal signal : OtlpSettings.Signal.values()) {
            if (signal != OtlpSettings.Signal.LOGS) {
                OtlpSettings otlp = OtlpSettings.of(settings, signal);
                byAddress.putIfAbsent(otlp.endpoint.authority() + otlp.protocol, otlp);
            }
        }
        byAddress.values().forEach(otlp -> check(target, otlp, report));
    }

    private static void check(Target target, OtlpSettings otlp, Report report) {
        Endpoint endpoint = otlp.endpoint;
        boolean grpc = otlp.protocol == OtlpSettings.Protocol.GRPC;
        if (!grpc && endpoint.port == GRPC_PORT) {
            report.warning(endpoint.toString(), GRPC_PORT + " is the port of gRPC, and the protocol is http/protobuf",
                    "port " + HTTP_PORT + ", or OTEL_EXPORTER_OTLP_PROTOCOL=grpc");
        } else if (grpc && endpoint.port == HTTP_PORT) {
            report.warning(endpoint.toString(), HTTP_PORT + " is the port of http/protobuf, and the protocol is grpc",
                    "port " + GRPC_PORT + ", or OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf");
        }
        if (!target.connects) {
            report.unknown(endpoint.toString(), "not tried from here");
            return;
        }
        Probe probe = new Probe(endpoint, otlp.headers);
        Probe.Answer answer = grpc ? probe.grpc() : probe.otlp();
        if (answer.level == Level.OK) {
            report.ok(endpoint.toString(), answer.text);
        } else if (answer.level == Level.WARNING) {
            report.warning(endpoint.toString(), answer.text, answer.change);
        } else {
            report.problem(endpoint.toString(), answer.text, answer.change);
        }
    }
}
