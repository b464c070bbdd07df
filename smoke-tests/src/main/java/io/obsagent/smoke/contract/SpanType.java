package io.obsagent.smoke.contract;

import java.util.Map;

/** A span type of spans.yaml, such as {@code http.server}. */
record SpanType(String name, String kind, Map<String, AttributeUse> attributes) {
}
