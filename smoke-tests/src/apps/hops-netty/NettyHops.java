import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;

/** Tasks handed to event loops of Netty. */
final class NettyHops {
    private NettyHops() {
    }

    public static void main(String[] args) throws Exception {
        EventExecutor loop = new DefaultEventExecutorGroup(1).next();
        Hop.check("submit", loop::submit);
        Hop.check("execute", task -> {
            FutureTask<String> future = new FutureTask<>(task);
            loop.execute(future);
            return future;
        });
        Hop.check("execute in the loop", task -> {
            CompletableFuture<String> seen = new CompletableFuture<>();
            loop.execute(() -> loop.execute(() -> seen.complete(Probe.current())));
            return seen;
        });
        Checks.expectNothingPending();
        Checks.exit();
    }
}
