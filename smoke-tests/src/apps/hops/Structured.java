import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Structured concurrency, by reflection because its API is a preview that differs from release to release. */
final class Structured {
    private Structured() {
    }

    public static void main(String[] args) throws Exception {
        Virtual.awaitWoven();
        Class<?> type = Class.forName("java.util.concurrent.StructuredTaskScope");
        Method fork = type.getMethod("fork", Callable.class);
        Hop.check("structured fork", task -> {
            Object scope = type.getMethod("open").invoke(null);
            try {
                Supplier<?> left = (Supplier<?>) fork.invoke(scope, task);
                Supplier<?> right = (Supplier<?>) fork.invoke(scope, task);
                type.getMethod("join").invoke(scope);
                String seen = left.get().equals(right.get()) ? left.get().toString() : left.get() + " and " + right.get();
                return CompletableFuture.completedFuture(seen);
            } finally {
                ((AutoCloseable) scope).close();
            }
        });
        Checks.expectNothingPending();
        Checks.exit();
    }
}
