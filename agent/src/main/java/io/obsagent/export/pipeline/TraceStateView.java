package io.obsagent.export.pipeline;

import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.TraceStateBuilder;

/** A checked tracestate header as the SDK's type. */
final class TraceStateView {
    private TraceStateView() {}

    static TraceState of(String header) {
        if (header == null) {
            return TraceState.getDefault();
        }
        String[] members = header.split(",");
        TraceStateBuilder builder = TraceState.builder();
        for (int i = members.length - 1; i >= 0; i--) { // put() makes its member the first
            int equals = members[i].indexOf('=');
            builder.put(members[i].substring(0, equals).trim(), members[i].substring(equals + 1));
        }
        return builder.build();
    }
}
