import io.vertx.core.Context;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Blocking tasks as Vert.x 4 has them. */
final class Blocking {
    private Blocking() {
    }

    static void run(Context context, Supplier<String> task, Consumer<String> then) {
        context.<String>executeBlocking(promise -> promise.complete(task.get()), result -> then.accept(result.result()));
    }
}
