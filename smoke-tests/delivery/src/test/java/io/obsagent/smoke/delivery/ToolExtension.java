package io.obsagent.smoke.delivery;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a tool as a parameter, one for the whole run, closed at its end. Tests that ask for it are skipped, with
 * the reason, where the machine does not have it.
 */
abstract class ToolExtension<T extends AutoCloseable> implements ExecutionCondition, ParameterResolver {
    private static final ExtensionContext.Namespace ROOM = ExtensionContext.Namespace.create(ToolExtension.class);

    private final Class<T> type;

    ToolExtension(Class<T> type) {
        this.type = type;
    }

    /** Why the tool cannot be had here; empty where it can. */
    abstract Optional<String> obstacle();

    abstract T start() throws Exception;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Executable asking = context.getTestMethod().map(Executable.class::cast).orElseGet(() -> constructor(context));
        boolean asks = asking != null && Arrays.asList(asking.getParameterTypes()).contains(type);
        return asks ? obstacle().map(ConditionEvaluationResult::disabled).orElseGet(this::enabled) : enabled();
    }

    private ConditionEvaluationResult enabled() {
        return ConditionEvaluationResult.enabled("not needed, or there");
    }

    private static Constructor<?> constructor(ExtensionContext context) {
        return context.getTestClass().map(type -> type.getDeclaredConstructors()[0]).orElse(null);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == type;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(ROOM).getOrComputeIfAbsent(type, key -> started(), type);
    }

    private T started() {
        try {
            return start();
        } catch (Exception e) {
            throw new IllegalStateException(type.getSimpleName() + " does not start", e);
        }
    }
}
