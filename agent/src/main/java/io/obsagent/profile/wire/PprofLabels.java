package io.obsagent.profile.wire;

import io.obsagent.export.proto.ProtoWriter;
import io.obsagent.profile.model.SpanLabel;
import java.util.HashMap;
import java.util.Map;

/** Writes the labels of the samples of one pprof profile. The ids of a request are written once. Not thread-safe. */
final class PprofLabels {
    private static final int LABEL = 3;

    private final StringTable strings;
    private final Map<Long, Ids> ids = new HashMap<>();
    private final ProtoWriter label = new ProtoWriter(32);

    PprofLabels(StringTable strings) {
        this.strings = strings;
    }

    void write(ProtoWriter sample, SpanLabel span) {
        Ids known = ids.get(span.profileId);
        if (known == null || !known.areOf(span)) {
            known = new Ids(span, strings);
            ids.put(span.profileId, known);
        }
        add(sample, "span_id", known.span);
        add(sample, "trace_id", known.trace);
        if (span.rootName != null) {
            add(sample, "span_name", strings.number(span.rootName));
        }
    }

    private void add(ProtoWriter sample, String key, int value) {
        sample.message(LABEL, label.clear().varint(1, strings.number(key)).varint(2, value));
    }

    private static final class Ids {
        final int span;
        final int trace;
        private final long traceHi;
        private final long traceLo;

        Ids(SpanLabel label, StringTable strings) {
            traceHi = label.traceHi;
            traceLo = label.traceLo;
            span = strings.addId(label.profileId);
            trace = strings.addId(traceHi, traceLo);
        }

        boolean areOf(SpanLabel label) {
            return traceLo == label.traceLo && traceHi == label.traceHi;
        }
    }
}
