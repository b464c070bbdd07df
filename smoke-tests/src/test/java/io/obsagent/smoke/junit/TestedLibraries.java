package io.obsagent.smoke.junit;

import io.obsagent.smoke.harness.Jdk;
import io.obsagent.smoke.harness.Library;
import io.obsagent.smoke.harness.TestedVersions;
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
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.TestAbortedException;

/** Notes which library in which version went through a test, and prints it when the test run ends. */
final class TestedLibraries implements InvocationInterceptor {
    private static final Namespace STORE = Namespace.create(TestedLibraries.class);

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
        Library library = library(call.getArguments()).or(() -> field(Library.class, context))
                .or(() -> ofTheJdk(context)).orElse(null);
        try {
            invocation.proceed();
            record(library, true, context);
        } catch (TestAbortedException notForThisVersion) {
            throw notForThisVersion;
        } catch (Throwable failure) {
            record(library, false, context);
            throw failure;
        }
    }

    private void record(Library library, boolean succeeded, ExtensionContext context) {
        if (library == null) {
            return;
        }
        Class<?> suite = context.getRequiredTestClass();
        String name = AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), LibraryVersions.class)
                .or(() -> AnnotationSupport.findAnnotation(suite, LibraryVersions.class)).map(LibraryVersions::name)
                .or(() -> AnnotationSupport.findAnnotation(suite, PartOfJdk.class).map(PartOfJdk::name)).orElseThrow();
        TestedVersions.note(name, library, suite, succeeded);
        if (succeeded) {
            context.getRoot().getStore(STORE).getOrComputeIfAbsent(suite.getSimpleName(), Passed::new, Passed.class)
                    .libraries.add(name + " " + library.version());
        }
    }

    /** A class that runs once on each version gets it in a field, whatever its life cycle. */
    private static <T> Optional<T> field(Class<T> type, ExtensionContext context) {
        Object test = context.getRequiredTestInstance();
        return ReflectionSupport.findFields(test.getClass(), field -> field.getType() == type,
                HierarchyTraversalMode.BOTTOM_UP).stream().findFirst()
                .flatMap(field -> ReflectionSupport.tryToReadFieldValue(field, test).toOptional().map(type::cast));
    }

    private static Optional<Library> ofTheJdk(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), PartOfJdk.class)
                .flatMap(part -> field(Jdk.class, context)
                        .map(jdk -> new Library(List.of(part.module() + ":" + jdk.feature()), List.of())));
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
