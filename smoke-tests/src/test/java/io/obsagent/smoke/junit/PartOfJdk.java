package io.obsagent.smoke.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A suite of something that comes with the JDK and runs on each one, passed in a field of type
 * {@link io.obsagent.smoke.harness.Jdk}: it is in the table of supported libraries with their releases.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(TestedLibraries.class)
public @interface PartOfJdk {
    /** What it is called in the table. */
    String name();

    /** The module it is in. */
    String module();
}
