package io.obsagent.smoke.contract;

import io.obsagent.smoke.otlp.Attributes;
import io.obsagent.smoke.otlp.ReceivedSpan;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What every span owes to its type: kind, required attributes, status, name; then the rules of its domain. */
final class SpanCheck {
    /** Calls into these stay inside the process, for which the conventions permit kind INTERNAL. */
    private static final Set<String> IN_MEMORY = Set.of("h2database", "hsqldb", "derby", "sqlite");

    private final SemanticConventions conventions;
    private final SpanClassifier classifier;
    private final AttributeCheck attributes;
    private final SpanNameCheck names;
    private final boolean unknownAllowed;
    private final HttpCheck http;
    private final DatabaseCheck database = new DatabaseCheck();
    private final MessagingCheck messaging = new MessagingCheck();

    SpanCheck(SemanticConventions conventions, AttributeCheck attributes, boolean unknownAllowed) {
        this.conventions = conventions;
        this.classifier = new SpanClassifier(conventions);
        this.attributes = attributes;
        this.names = new SpanNameCheck(conventions);
        this.unknownAllowed = unknownAllowed;
        this.http = new HttpCheck(conventions);
    }

    void check(ReceivedSpan span, Violations violations) {
        String subject = subject(span);
        attributes.check(subject, span.attributes(), violations);
        status(span, subject, violations);
        exceptions(span, subject, violations);
        Optional<SpanType> type = classifier.type(span);
        if (type.isEmpty()) {
            Optional<String> kind = conventions.ownSpanKind(span.name());
            violations.require(unknownAllowed || kind.isPresent(), "unknown-span", subject,
                    "of no type in spans.yaml and not in ours.yaml");
            kind.ifPresent(expected -> violations.require(kind(span).equals(expected), "span-kind", subject,
                    "should be " + expected));
            return;
        }
        typed(span, type.get(), subject, violations);
    }

    static String subject(ReceivedSpan span) {
        return "span '" + span.name() + "'";
    }

    static String kind(ReceivedSpan span) {
        return span.kind().name().replace("SPAN_KIND_", "").toLowerCase(Locale.ROOT);
    }

    private void typed(ReceivedSpan span, SpanType type, String subject, Violations violations) {
        boolean inMemory = kind(span).equals("internal") && IN_MEMORY.contains(span.attribute("db.system.name"));
        violations.require(kind(span).equals(type.kind()) || inMemory, "span-kind", subject,
                kind(span) + " instead of " + type.kind() + " for " + type.name());
        if (span.attribute("http.method") == null || span.attribute("http.request.method") != null) {
            required(span, type, subject, violations);
        }
        names.check(span, type, subject, violations);
        if (type.name().startsWith("http.")) {
            http.check(span, type, subject, violations);
        } else if (type.name().startsWith("db.")) {
            database.check(span, subject, violations);
        } else if (type.name().startsWith("messaging.")) {
            messaging.check(span, subject, violations);
        }
    }

    private static void required(ReceivedSpan span, SpanType type, String subject, Violations violations) {
        type.attributes().forEach((name, use) -> {
            Object value = span.attribute(name);
            boolean missing = value == null;
            if (use.isRequired()) {
                violations.require(!missing, "missing-attribute", subject, name + " of " + type.name());
            }
            switch (use.when()) {
                case "only_if_true":
                    violations.require(missing || value.equals(true), "attribute-value", subject,
                            name + " is set only when true");
                    break;
                case "not_empty":
                    violations.require(missing || !value.equals(""), "attribute-value", subject, name + " is empty");
                    break;
                case "iff_peer_address":
                    violations.require(missing || span.attribute("network.peer.address") != null, "attribute-value",
                            subject, name + " without network.peer.address");
                    break;
                case "server_address_set":
                    violations.require(!missing || span.attribute("server.address") == null, "missing-attribute",
                            subject, name + " beside server.address");
                    break;
                default:
            }
        });
        Object port = span.attribute("server.port");
        violations.require(port == null || span.attribute("server.address") != null, "attribute-value", subject,
                "server.port without server.address");
    }

    private static void status(ReceivedSpan span, String subject, Violations violations) {
        violations.require(span.status().getCode() != Status.StatusCode.STATUS_CODE_OK, "status-ok", subject,
                "instrumentation leaves success unset");
        boolean typed = span.attribute("error.type") != null;
        violations.require(!span.isError() || typed, "error-without-type", subject, "status is error");
        violations.require(span.isError() || !typed, "type-without-error", subject,
                "error.type " + span.attribute("error.type"));
        violations.require(!"".equals(span.attribute("error.type")), "attribute-value", subject,
                "error.type is empty");
        violations.require(span.isError() || span.status().getMessage().isEmpty(), "status-description", subject,
                "description without error");
    }

    private void exceptions(ReceivedSpan span, String subject, Violations violations) {
        List<Span.Event> events = span.proto().getEventsList();
        for (Span.Event event : events) {
            Map<String, Object> values = Attributes.of(event.getAttributesList());
            attributes.check("event " + event.getName() + " of " + subject, values, violations);
            if (event.getName().equals("exception")) {
                violations.require(values.containsKey("exception.type") || values.containsKey("exception.message"),
                        "missing-attribute", subject, "exception event without type and message");
            }
        }
        long distinct = events.stream().map(Span.Event::getAttributesList).distinct().count();
        violations.require(distinct == events.size(), "exception-once", subject, "the same event twice");
    }
}
