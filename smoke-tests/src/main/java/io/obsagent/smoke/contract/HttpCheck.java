package io.obsagent.smoke.contract;

import io.obsagent.smoke.otlp.ReceivedSpan;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Value rules of HTTP spans: methods, status, redaction, versions. */
final class HttpCheck {
    private static final Pattern USER_INFO =
            Pattern.compile("^[a-z][a-z0-9+.-]*://([^/?#]*)@", Pattern.CASE_INSENSITIVE);

    private final List<String> methods;
    private final List<String> versions;
    private final List<String> secretKeys;
    private final String redacted;

    HttpCheck(SemanticConventions conventions) {
        methods = conventions.ruleList("http", "known_methods");
        versions = conventions.ruleList("http", "protocol_version_values");
        secretKeys = conventions.rules("http", "url_full").texts("redact_query_keys");
        redacted = conventions.rules("http", "url_full").text("redacted_value");
    }

    void check(ReceivedSpan span, SpanType type, String subject, Violations violations) {
        boolean server = type.name().equals("http.server");
        method(span, subject, violations);
        if (span.attribute("http.response.status_code") instanceof Long code) {
            status(span, code, server, subject, violations);
        }
        url(span, subject, violations);
        Object version = span.attribute("network.protocol.version");
        violations.require(version == null || versions.contains(version), "http-version", subject,
                "network.protocol.version " + version);
        Object route = span.attribute("http.route");
        violations.require(route == null || !route.toString().contains("?"), "http-route", subject,
                "http.route with a query: " + route);
    }

    private void method(ReceivedSpan span, String subject, Violations violations) {
        Object method = span.attribute("http.request.method");
        Object original = span.attribute("http.request.method_original");
        if (method != null) {
            boolean other = method.equals("_OTHER");
            violations.require(other || methods.contains(method), "http-method", subject, "unknown method " + method);
            violations.require(!other || original != null, "missing-attribute", subject,
                    "http.request.method_original beside _OTHER");
            violations.require(!method.equals(original), "http-method", subject,
                    "method_original equal to the method");
        }
    }

    private void status(ReceivedSpan span, long code, boolean server, String subject, Violations violations) {
        violations.require(code >= 100 && code <= 599, "http-status", subject, "status code " + code);
        Object type = span.attribute("error.type");
        boolean failed = code >= (server ? 500 : 400);
        violations.require(!failed || span.isError(), "http-status", subject, code + " must be an error");
        if (type != null && type.toString().matches("\\d+")) {
            violations.require(failed, "http-status", subject, code + " is no error by itself");
            violations.require(type.equals(Long.toString(code)), "http-status", subject,
                    "error.type " + type + " with status code " + code);
            violations.require(span.status().getMessage().isEmpty(), "status-description", subject,
                    "'" + span.status().getMessage() + "' adds nothing to " + code);
        }
    }

    private void url(ReceivedSpan span, String subject, Violations violations) {
        Object full = span.attribute("url.full");
        if (full != null) {
            Matcher userInfo = USER_INFO.matcher(full.toString());
            violations.require(!userInfo.find() || userInfo.group(1).matches("REDACTED(:REDACTED)?"), "redaction",
                    subject, "credentials in url.full");
            query(full.toString(), "url.full", subject, violations);
        }
        Object query = span.attribute("url.query");
        if (query != null) {
            violations.require(!query.toString().startsWith("?"), "url", subject, "url.query with its question mark");
            query("?" + query, "url.query", subject, violations);
        }
        Object path = span.attribute("url.path");
        violations.require(path == null || !path.toString().contains("?"), "url", subject, "url.path with a query");
    }

    private void query(String url, String attribute, String subject, Violations violations) {
        for (String key : secretKeys) {
            Matcher value = Pattern.compile("[?&]" + Pattern.quote(key) + "=([^&#]*)").matcher(url);
            while (value.find()) {
                violations.require(value.group(1).equals(redacted), "redaction", subject,
                        "value of " + key + " in " + attribute);
            }
        }
    }
}
