package io.obsagent.smoke.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.Jdk;
import io.obsagent.smoke.harness.Jdks;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.ProfileSample;
import io.obsagent.smoke.otlp.ReceivedSpan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The benchmark of attribution: burners that real libraries call, on every kind of thread a request gets to, in the
 * packaged agent. How many samples stand at the right span is printed. Other JDKs: {@code -Dobs.test.accuracy.jdks=11,21},
 * more: {@code -Dobs.test.accuracy.requests=2000}.
 */
class AttributionTest {
    private static final List<String> WAYS = List.of("ServerThread", "Pool", "Futures", "Reactor", "TomcatAsync", "JettyAsync", "Consumers");
    private static final int REQUESTS = Integer.getInteger("obs.test.accuracy.requests", 240);
    private static final String PROFILE_ID = "pyroscope.profile.id";
    private static final int FIRST_JDK_WITH_VIRTUAL_THREADS = 21;

    static Stream<Jdk> jdks() {
        return Stream.of(System.getProperty("obs.test.accuracy.jdks", "17,25").split(","))
                .map(Integer::valueOf).map(Jdks.installed()::find).flatMap(Optional::stream);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("jdks")
    void samplesStandAtTheSpanThatTheyWereTakenFor(Jdk jdk, @TempDir Path folder) {
        List<String> ways = new ArrayList<>(WAYS);
        if (jdk.feature() >= FIRST_JDK_WITH_VIRTUAL_THREADS) {
            ways.add("VirtualThreads");
        }
        try (OtlpReceiver receiver = OtlpReceiver.start(); BurnService service = new BurnService(jdk, folder, receiver)) {
            ways.forEach(way -> service.burn(way, way.equals("VirtualThreads") ? 8 : REQUESTS));
            service.end();
            List<ReceivedSpan> spans = receiver.received().spans();
            List<ProfileSample> samples = ProfileSample.of(receiver.received());

            Map<String, Accuracy.Line> lines = new Accuracy(spans, samples).lines();
            lines.forEach((way, line) -> System.out.println(jdk + " " + way + " " + line));
            for (String way : ways) {
                accurate(way + " samples", lines);
                if (service.samplesAllocations()) {
                    accurate(way + " alloc_in_new_tlab_bytes", lines);
                }
            }
            markedAreThoseWithSamples(jdk, spans, samples);
        }
    }

    private static void accurate(String what, Map<String, Accuracy.Line> lines) {
        assertThat(lines).containsKey(what);
        assertThat(lines.get(what).right()).as(what + " " + lines.get(what)).isGreaterThanOrEqualTo(0.98);
        assertThat(lines.get(what).wrong()).as(what + " " + lines.get(what)).isLessThan(0.005);
    }

    /**
     * A button that leads to nothing is worse than none; a span with samples and no button is a loss, which cannot always
     * be helped: the container's thread may end an asynchronous request while the completing thread's stretch is open.
     */
    private static void markedAreThoseWithSamples(Jdk jdk, List<ReceivedSpan> spans, List<ProfileSample> samples) {
        Map<String, ReceivedSpan> byId = new TreeMap<>();
        spans.forEach(span -> byId.put(span.spanId(), span));
        Set<String> sampled = new HashSet<>();
        for (ProfileSample sample : samples) {
            for (ReceivedSpan span = byId.get(sample.spanId()); span != null; span = root(span, byId)) {
                sampled.add(span.spanId());
            }
        }
        List<ReceivedSpan> marked = spans.stream().filter(span -> span.attribute(PROFILE_ID) != null).toList();
        long empty = marked.stream().filter(span -> !sampled.contains(span.spanId())).count();
        long unmarked = spans.stream().filter(span -> sampled.contains(span.spanId()) && span.attribute(PROFILE_ID) == null).count();
        System.out.println(jdk + " spans " + spans.size() + ", with profile id " + marked.size() + ", of these without samples " + empty
                + ", with samples and no id " + unmarked);

        assertThat(marked).allMatch(span -> span.attribute(PROFILE_ID).equals(local(span, byId).spanId()), "has its local root's id");
        assertThat(empty).isLessThanOrEqualTo(marked.size() / 50);
        assertThat(unmarked).isLessThanOrEqualTo(sampled.size() / 50);
    }

    private static ReceivedSpan root(ReceivedSpan span, Map<String, ReceivedSpan> byId) {
        ReceivedSpan root = local(span, byId);
        return root == span ? null : root;
    }

    private static ReceivedSpan local(ReceivedSpan span, Map<String, ReceivedSpan> byId) {
        ReceivedSpan at = span;
        while (at.hasLocalParent() && byId.containsKey(at.parentId())) {
            at = byId.get(at.parentId());
        }
        return at;
    }
}
