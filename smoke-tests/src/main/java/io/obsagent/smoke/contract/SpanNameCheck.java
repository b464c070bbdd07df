package io.obsagent.smoke.contract;

import io.obsagent.smoke.otlp.ReceivedSpan;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A span's name is the first form of rules.yaml whose parts the span has. */
final class SpanNameCheck {
    private static final Pattern PART = Pattern.compile("\\{([^}]+)}");

    private final SemanticConventions conventions;

    SpanNameCheck(SemanticConventions conventions) {
        this.conventions = conventions;
    }

    void check(ReceivedSpan span, SpanType type, String subject, Violations violations) {
        for (String form : forms(type)) {
            Optional<String> name = fill(form, span);
            if (name.isPresent()) {
                violations.require(span.name().equals(name.get()), "span-name", subject,
                        "should be '" + name.get() + "' by " + form);
                return;
            }
        }
    }

    private List<String> forms(SpanType type) {
        if (type.name().startsWith("http.")) {
            return conventions.ruleList("span_name", type.name());
        }
        return conventions.ruleList("span_name", type.name().substring(0, type.name().indexOf('.')));
    }

    private Optional<String> fill(String form, ReceivedSpan span) {
        StringBuilder name = new StringBuilder();
        Matcher parts = PART.matcher(form);
        while (parts.find()) {
            Optional<String> value = part(parts.group(1), span);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            parts.appendReplacement(name, Matcher.quoteReplacement(value.get()));
        }
        parts.appendTail(name);
        return Optional.of(name.toString());
    }

    private Optional<String> part(String part, ReceivedSpan span) {
        switch (part) {
            case "method":
                return text(span, "http.request.method").or(() -> text(span, "http.method"))
                        .map(method -> method.equals("_OTHER") ? "HTTP" : method);
            case "target":
                return text(span, "db.collection.name").or(() -> text(span, "db.stored_procedure.name"))
                        .or(() -> text(span, "db.namespace")).or(() -> server(span));
            case "destination":
                return destination(span);
            default:
                return text(span, part);
        }
    }

    private static Optional<String> destination(ReceivedSpan span) {
        Optional<String> template = text(span, "messaging.destination.template");
        if (template.isPresent()) {
            return template;
        }
        if (MessagingCheck.isTransient(span)) {
            return Optional.empty();
        }
        Optional<String> name = text(span, "messaging.destination.name");
        return name.isPresent() ? name : server(span);
    }

    private static Optional<String> server(ReceivedSpan span) {
        Optional<String> address = text(span, "server.address");
        return text(span, "server.port").isEmpty() ? address
                : address.map(host -> host + ":" + span.attribute("server.port"));
    }

    private static Optional<String> text(ReceivedSpan span, String attribute) {
        return Optional.ofNullable(span.attribute(attribute)).map(Object::toString).filter(text -> !text.isEmpty());
    }
}
