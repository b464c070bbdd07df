package io.obsagent.smoke.contract;

import io.obsagent.smoke.otlp.ReceivedSpan;
import java.util.Map;
import java.util.regex.Pattern;

/** Value rules of database spans: sanitised text, status codes, batch sizes. */
final class DatabaseCheck {
    private static final Map<String, Pattern> STATUS_CODES = Map.of(
            "postgresql", Pattern.compile("[0-9A-Z]{5}"),
            "mysql", Pattern.compile("\\d+"),
            "mariadb", Pattern.compile("\\d+"),
            "microsoft.sql_server", Pattern.compile("\\d+"),
            "oracle.db", Pattern.compile("ORA-\\d+"));
    private static final Pattern QUOTED_IDENTIFIER = Pattern.compile("\"[^\"]*\"|`[^`]*`|\\[[^\\]]*]");
    private static final Pattern TEXT_LITERAL = Pattern.compile("'|\\$\\w*\\$");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w$?:@#.])\\d");
    private static final Pattern COMMENT = Pattern.compile("--|/\\*");

    void check(ReceivedSpan span, String subject, Violations violations) {
        if (span.attribute("db.query.text") instanceof String text) {
            sanitised(text, subject, violations);
            violations.require(span.attribute("db.operation.name") == null
                            && span.attribute("db.collection.name") == null, "db-parsed-names", subject,
                    "operation or collection name next to SQL text, from which it must not be taken");
        }
        Object code = span.attribute("db.response.status_code");
        Pattern form = STATUS_CODES.get(span.attribute("db.system.name"));
        violations.require(code == null || form == null || form.matcher(code.toString()).matches(), "db-status-code",
                subject, "db.response.status_code " + code);
        violations.require(!Long.valueOf(1).equals(span.attribute("db.operation.batch.size")), "db-batch-size",
                subject, "a batch of one is no batch");
        Object summary = span.attribute("db.query.summary");
        violations.require(summary == null || summary.toString().length() <= 255, "db-query-summary", subject,
                "longer than 255 characters");
    }

    private static void sanitised(String text, String subject, Violations violations) {
        String bare = QUOTED_IDENTIFIER.matcher(text).replaceAll("x");
        violations.require(!TEXT_LITERAL.matcher(bare).find(), "sanitising", subject,
                "text literal in db.query.text: " + text);
        violations.require(!NUMBER.matcher(bare).find(), "sanitising", subject,
                "number in db.query.text: " + text);
        violations.require(!COMMENT.matcher(bare).find(), "sanitising", subject,
                "comment in db.query.text: " + text);
    }
}
