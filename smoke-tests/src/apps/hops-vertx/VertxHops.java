import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** Tasks handed to contexts of Vert.x; the API is the part that versions 4 and 5 share. */
final class VertxHops {
    private VertxHops() {
    }

    public static void main(String[] args) throws Exception {
        Vertx vertx = Vertx.vertx();
        Context context = vertx.getOrCreateContext();
        Hop.check("runOnContext", task -> {
            CompletableFuture<String> seen = new CompletableFuture<>();
            context.runOnContext(none -> seen.complete(Probe.current()));
            return seen;
        });
        Hop.check("executeBlocking", task -> blocking(context));
        Hop.check("callback of a future", task -> {
            CompletableFuture<String> seen = new CompletableFuture<>();
            Promise<String> promise = Promise.promise();
            promise.future().map(none -> Probe.current()).onComplete(result -> seen.complete(result.result()));
            vertx.setTimer(2, none -> new Thread(() -> promise.complete("")).start());
            return seen;
        });
        List<Future<String>> seen = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Probe.request("request " + i, () -> seen.add(blocking(context)));
            seen.add(blocking(context));
        }
        for (int i = 0; i < seen.size(); i++) {
            Checks.expect("ordered task " + i, i % 2 == 0 ? "request " + i / 2 : "none", seen.get(i).get());
        }
        Checks.expectNothingPending();
        Checks.exit();
    }

    /** What a blocking task sees, and the event loop afterwards, which must be the same. */
    private static CompletableFuture<String> blocking(Context context) {
        CompletableFuture<String> seen = new CompletableFuture<>();
        context.runOnContext(none -> Blocking.run(context, Probe::current, result -> seen.complete(
                result.equals(Probe.current()) ? result : result + " then " + Probe.current())));
        return seen;
    }
}
