import io.vertx.core.Context;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Blocking tasks as Vert.x 5 has them. */
final class Blocking {
    private Blocking() {
    }

    static void run(Context context, Supplier<String> task, Consumer<String> then) {
        context.executeBlocking(task::get).onComplete(result -> then.accept(result.result()));
    }
}
