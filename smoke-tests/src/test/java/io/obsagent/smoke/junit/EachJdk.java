package io.obsagent.smoke.junit;

import io.obsagent.smoke.harness.Jdk;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a test once on each supported JDK, passed as its {@link Jdk} parameter. A JDK that is not installed is skipped,
 * and named in the output.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@ArgumentsSource(JdkArguments.class)
public @interface EachJdk {
    /** The lowest feature release the test makes sense on. */
    int from() default 11;
}
