package io.obsagent.smoke.contract;

import io.obsagent.smoke.otlp.ContractTerms;
import io.obsagent.smoke.otlp.ContractTerms.Part;
import io.obsagent.smoke.otlp.OtlpRequest;
import io.obsagent.smoke.otlp.Received;
import java.util.List;

/** Applies the whole contract to what one receiver got. Stateless and thread-safe. */
public final class ContractChecker {
    private final SemanticConventions conventions = SemanticConventions.loaded();

    /** Every way in which the data breaks the contract, as far as the terms let it hold. */
    public List<Violation> check(Received received, ContractTerms terms) {
        Violations violations = new Violations();
        boolean unknownAllowed = !terms.holds(Part.KNOWN_NAMES);
        boolean deprecatedAllowed = !terms.holds(Part.DEPRECATED_NAMES);
        boolean whole = terms.holds(Part.WHOLE_TRACES);
        AttributeCheck attributes = new AttributeCheck(conventions, deprecatedAllowed, unknownAllowed);

        MessageCheck messages = new MessageCheck(new ResourceCheck(conventions, attributes));
        if (terms.holds(Part.MESSAGES)) {
            for (OtlpRequest request : received.requests()) {
                messages.check(request, violations);
            }
            received.strays().forEach(stray -> violations.add("stray-request", stray, "no signal has this path"));
        }
        SpanCheck spans = new SpanCheck(conventions, attributes, unknownAllowed);
        received.spans().forEach(span -> spans.check(span, violations));
        new TraceCheck(whole).check(received.spans(), violations);

        MetricCheck metrics = new MetricCheck(conventions, attributes, deprecatedAllowed, unknownAllowed);
        SeriesCheck series = new SeriesCheck();
        received.points().forEach(point -> {
            metrics.check(point, violations);
            series.check(point, violations);
        });
        if (whole) {
            new AgreementCheck(conventions).check(received, violations);
        }
        return violations.list();
    }
}
