package io.obsagent.smoke.junit;

import io.obsagent.smoke.harness.Library;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a test, or a whole test class, once on each version of a library, passed as its {@link Library} parameter (of
 * the method, or a field of the class). Which versions passed is printed and kept for the table of supported libraries.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@ParameterizedClass(name = "{0}")
@ArgumentsSource(LibraryArguments.class)
@ExtendWith(TestedLibraries.class)
public @interface LibraryVersions {
    /** What the library is called in the table of supported libraries. */
    String name();

    /** {@code group:artifact}. */
    String artifact();

    /**
     * Oldest, middle, newest: a version each, followed by what else that version needs, such as
     * {@code "4.9.3 + com.squareup.okio:okio:3.2.0"}. An entry may name its artifact itself where that changed:
     * {@code "com.squareup.okhttp3:okhttp-jvm:5.3.2"}.
     */
    String[] versions();

    /** Coordinates that every version needs beside the library. */
    String[] with() default {};
}
