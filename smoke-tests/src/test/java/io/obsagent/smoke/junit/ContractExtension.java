package io.obsagent.smoke.junit;

import io.obsagent.smoke.contract.ContractChecker;
import io.obsagent.smoke.contract.Violation;
import io.obsagent.smoke.otlp.OtlpReceiver;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Checks the contract on every receiver that a test class opened, and fails the class on any violation. Found by JUnit
 * through {@code META-INF/services}, so no suite can forget it.
 */
public final class ContractExtension implements AfterAllCallback {
    private static final int SHOWN = 40;

    private final ContractChecker checker = new ContractChecker();

    @Override
    public void afterAll(ExtensionContext context) {
        boolean nested = context.getRequiredTestClass().getEnclosingClass() != null;
        if (nested) {
            return;
        }
        List<Violation> violations = new ArrayList<>();
        int spans = 0;
        int points = 0;
        for (OtlpReceiver receiver : OtlpReceiver.takeOpened()) {
            violations.addAll(checker.check(receiver.received(), receiver.terms()));
            spans += receiver.received().spans().size();
            points += receiver.received().points().size();
        }
        String name = context.getRequiredTestClass().getSimpleName();
        if (spans + points > 0) {
            System.out.println("contract: " + spans + " spans and " + points + " metric points of " + name + ", "
                    + violations.size() + " violations");
        }
        if (!violations.isEmpty()) {
            throw new AssertionError(violations.size() + " violations of the contract in " + name + ":\n"
                    + violations.stream().distinct().limit(SHOWN).map(Violation::toString)
                            .collect(Collectors.joining("\n")));
        }
    }
}
