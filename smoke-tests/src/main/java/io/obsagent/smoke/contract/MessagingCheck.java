package io.obsagent.smoke.contract;

import io.obsagent.smoke.otlp.ReceivedSpan;

/** Value rules of messaging spans: destinations and batches. */
final class MessagingCheck {
    /** A destination made for one client: its name is of unbounded cardinality. */
    static boolean isTransient(ReceivedSpan span) {
        return Boolean.TRUE.equals(span.attribute("messaging.destination.temporary"))
                || Boolean.TRUE.equals(span.attribute("messaging.destination.anonymous"));
    }

    void check(ReceivedSpan span, String subject, Violations violations) {
        Object name = span.attribute("messaging.destination.name");
        violations.require(name == null || !isTransient(span) || !span.name().contains(name.toString()),
                "messaging-destination", subject, "name of a temporary destination in the span's name");
        violations.require(!"".equals(name), "messaging-destination", subject, "empty destination name");
        if ("rabbitmq".equals(span.attribute("messaging.system")) && name != null) {
            violations.require(!name.toString().matches(":.*|.*:|.*::.*"), "messaging-destination", subject,
                    "empty part in " + name);
        }
        Object count = span.attribute("messaging.batch.message_count");
        violations.require(!(count instanceof Long messages) || messages >= 0, "messaging-batch", subject,
                "message count " + count);
    }
}
