package io.obsagent.smoke.profile;

import io.obsagent.smoke.otlp.ProfileSample;
import io.obsagent.smoke.otlp.ReceivedSpan;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares what each sample's stack says, which is the truth, with the span that it is filed under: burners are of four
 * kinds, and so are requests, database calls and queues.
 */
final class Accuracy {
    private static final Pattern BURNER = Pattern.compile("Burners\\.burn([A-D])");
    private static final Pattern WAY = Pattern.compile("Ways\\$(\\w+?)[.$].*");
    private static final Pattern KIND = Pattern.compile("(?:kind=|BURN_|burn-)(\\d)");
    private static final List<String> TELLING = List.of("url.query", "db.query.text", "messaging.destination.name");

    private final Map<String, ReceivedSpan> spans = new HashMap<>();
    private final Map<String, Line> lines = new TreeMap<>();

    Accuracy(List<ReceivedSpan> spans, List<ProfileSample> samples) {
        spans.forEach(span -> this.spans.put(span.traceId() + span.spanId(), span));
        samples.forEach(this::add);
    }

    /** Samples of one type on one way, by their values: CPU samples are counted, allocations are bytes. */
    static final class Line {
        private long right;
        private long wrong;
        private long unattributed;

        double right() {
            return right / (double) all();
        }

        double wrong() {
            return wrong / (double) all();
        }

        private long all() {
            return right + wrong + unattributed;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "right=%d wrong=%d unattributed=%d accuracy=%.4f", right, wrong, unattributed, right());
        }
    }

    /** {@code WAY type}: what came of it. */
    Map<String, Line> lines() {
        return lines;
    }

    private void add(ProfileSample sample) {
        String way = first(WAY, sample.frames());
        String burner = first(BURNER, sample.frames());
        if (way == null || burner == null) {
            return;
        }
        Line line = lines.computeIfAbsent(way + " " + sample.type(), key -> new Line());
        int kind = burner.charAt(0) - 'A';
        if (sample.spanId().isEmpty()) {
            line.unattributed += sample.value();
        } else if (kind(spans.get(sample.traceId() + sample.spanId())) == kind) {
            line.right += sample.value();
        } else {
            line.wrong += sample.value();
        }
    }

    /** -1 for a span that never arrived or is not for burning. */
    private static int kind(ReceivedSpan span) {
        for (String key : TELLING) {
            Matcher kind = KIND.matcher(span == null ? "" : String.valueOf(span.attribute(key)));
            if (kind.find()) {
                return Integer.parseInt(kind.group(1));
            }
        }
        return -1;
    }

    private static String first(Pattern pattern, List<String> frames) {
        for (String frame : frames) {
            Matcher matcher = pattern.matcher(frame);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return null;
    }
}
