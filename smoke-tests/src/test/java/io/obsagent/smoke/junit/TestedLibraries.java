package io.obsagent.smoke.junit;

import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.harness.SupportTable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Notes which library in which version went through a test, and prints it when the test run ends. */
final class TestedLibraries implements InvocationInterceptor {
    private static final Namespace STORE = Namespace.create(TestedLibraries.class);

    @Override
    public <T> T interceptTestClassConstructor(Invocation<T> invocation,
                                               ReflectiveInvocationContext<Constructor<T>> call,
                                               ExtensionContext context) throws Throwable {
        library(call.getArguments()).ifPresent(library -> context.getStore(STORE).put("library", library));
        return invocation.proceed();
    }

    @Override
    public void interceptTestMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> call,
                                    ExtensionContext context) throws Throwable {
        note(invocation, call, context);
    }

    @Override
    public void interceptTestTemplateMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> call,
                                            ExtensionContext context) throws Throwable {
        note(invocation, call, context);
    }

    private void note(Invocation<Void> invocation, ReflectiveInvocationContext<Method> call,
                      ExtensionContext context) throws Throwable {
        Library library = library(call.getArguments())
                .orElseGet(() -> context.getStore(STORE).get("library", Library.class));
        boolean succeeded = false;
        try {
            invocation.proceed();
            succeeded = true;
        } finally {
            record(library, succeeded, context);
        }
    }

    private void record(Library library, boolean succeeded, ExtensionContext context) {
        if (library == null) {
            return;
        }
        LibraryVersions declared = AnnotationSupport.findAnnotation(context.getRequiredTestMethod(),
                LibraryVersions.class).or(() -> AnnotationSupport.findAnnotation(context.getRequiredTestClass(),
                LibraryVersions.class)).orElseThrow();
        String suite = context.getRequiredTestClass().getSimpleName();
        SupportTable.note(declared.name(), library, suite, succeeded);
        if (succeeded) {
            context.getRoot().getStore(STORE).getOrComputeIfAbsent(suite, Passed::new, Passed.class)
                    .libraries.add(declared.name() + " " + library.version());
        }
    }

    private static Optional<Library> library(List<Object> arguments) {
        return arguments.stream().filter(Library.class::isInstance).map(Library.class::cast).findFirst();
    }

    /** What passed in one suite; printed when the test run ends, which is when JUnit closes its store. */
    private static final class Passed implements AutoCloseable {
        private final String suite;
        private final Set<String> libraries = new TreeSet<>();

        private Passed(String suite) {
            this.suite = suite;
        }

        @Override
        public void close() {
            System.out.println("tested: " + String.join(", ", libraries) + " (" + suite + ")");
        }
    }
}
