package io.obsagent.smoke.contract;

import io.obsagent.smoke.otlp.ReceivedSpan;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.Map;
import java.util.Optional;

/** Tells which span type of the conventions a span claims to be, by its attributes and kind. */
final class SpanClassifier {
    private static final Map<String, String> DATABASES = Map.of(
            "postgresql", "db.postgresql.client", "mysql", "db.mysql.client", "mariadb", "db.mariadb.client",
            "microsoft.sql_server", "db.sql_server.client", "oracle.db", "db.oracledb.client");

    private final SemanticConventions conventions;

    SpanClassifier(SemanticConventions conventions) {
        this.conventions = conventions;
    }

    Optional<SpanType> type(ReceivedSpan span) {
        if (span.attribute("http.request.method") != null || span.attribute("http.method") != null) {
            return conventions.span(span.kind() == SpanKind.SPAN_KIND_SERVER ? "http.server" : "http.client");
        }
        if (span.attribute("db.system.name") instanceof String system) {
            return conventions.span(DATABASES.getOrDefault(system, "db.sql.client"));
        }
        if (span.attribute("messaging.system") instanceof String system) {
            return messaging(system, span);
        }
        if (span.attribute("rpc.system.name") != null) {
            return conventions.span(span.kind() == SpanKind.SPAN_KIND_SERVER ? "rpc.call.server" : "rpc.call.client");
        }
        return Optional.empty();
    }

    /** Only a send has two kinds; a wrong kind then fails the kind check of the type that is nearest. */
    private Optional<SpanType> messaging(String system, ReceivedSpan span) {
        String operation = String.valueOf(span.attribute("messaging.operation.type"));
        String kind;
        switch (operation) {
            case "create":
                kind = "producer";
                break;
            case "send":
                kind = span.kind() == SpanKind.SPAN_KIND_CLIENT ? "client" : "producer";
                break;
            case "process":
                kind = "consumer";
                break;
            default:
                kind = "client";
        }
        Optional<SpanType> special = conventions.span("messaging." + system + "." + operation + "." + kind);
        return special.isPresent() ? special : conventions.span("messaging." + operation + "." + kind);
    }
}
