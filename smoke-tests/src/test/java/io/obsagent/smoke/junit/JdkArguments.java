package io.obsagent.smoke.junit;

import io.obsagent.smoke.harness.Jdk;
import io.obsagent.smoke.harness.Jdks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The installed ones of the supported JDKs. */
final class JdkArguments implements ArgumentsProvider, AnnotationConsumer<EachJdk> {
    private static final Set<Integer> REPORTED = ConcurrentHashMap.newKeySet();

    private int from;

    @Override
    public void accept(EachJdk annotation) {
        from = annotation.from();
    }

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        List<Arguments> found = new ArrayList<>();
        for (int feature : Jdks.SUPPORTED) {
            if (feature >= from) {
                Optional<Jdk> jdk = Jdks.installed().find(feature);
                jdk.ifPresentOrElse(present -> found.add(Arguments.of(present)), () -> reportAbsent(feature));
            }
        }
        return found.stream();
    }

    private static void reportAbsent(int feature) {
        if (REPORTED.add(feature)) {
            System.out.println("SKIPPED: JDK " + feature
                    + " is not installed (smoke-tests/jdks.sh fetches 11 and 21, OBS_TEST_JDKS names others)");
        }
    }
}
