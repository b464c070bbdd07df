import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kotlin.coroutines.CoroutineContext;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CompletableDeferred;
import kotlinx.coroutines.CompletableDeferredKt;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.Dispatchers;
import kotlinx.coroutines.ExecutorsKt;
import kotlinx.coroutines.GlobalScope;
import kotlinx.coroutines.Job;

/** Coroutines see the request that created them, on every dispatcher and after every suspension. */
final class CoroutineHops {
    private CoroutineHops() {
    }

    public static void main(String[] args) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        CoroutineContext own = ExecutorsKt.from(pool);
        Hop.check("default dispatcher", task -> launch(Dispatchers.getDefault(), CoroutineStart.DEFAULT, null));
        Hop.check("unconfined", task -> launch(Dispatchers.getUnconfined(), CoroutineStart.DEFAULT, null));
        Hop.check("dispatcher of an executor", task -> launch(own, CoroutineStart.DEFAULT, null));
        Hop.check("undispatched start", task -> launch(Dispatchers.getDefault(), CoroutineStart.UNDISPATCHED, null));
        Hop.check("runBlocking", task -> {
            CompletableFuture<String> seen = new CompletableFuture<>();
            BuildersKt.runBlocking(Dispatchers.getDefault(), new Steps(null, seen, null));
            return seen;
        });
        signalledByAnother(Dispatchers.getUnconfined());
        signalledByAnother(Dispatchers.getDefault());
        signalledByAnother(own);
        crossTalk(Dispatchers.getDefault());
        crossTalk(Dispatchers.getUnconfined());
        crossTalk(own);
        Checks.expectNothingPending();
        Checks.exit();
    }

    private static CompletableFuture<String> launch(CoroutineContext context, CoroutineStart start,
            CompletableDeferred<String> signal) {
        CompletableFuture<String> seen = new CompletableFuture<>();
        BuildersKt.launch(GlobalScope.INSTANCE, context, start, new Steps(signal, seen, null));
        return seen;
    }

    /** Coroutines of one request and of none wait for what another request does, and are resumed by it. */
    private static void signalledByAnother(CoroutineContext context) throws Exception {
        CompletableDeferred<String> signal = CompletableDeferredKt.CompletableDeferred((Job) null);
        List<Future<String>> seen = new ArrayList<>();
        Probe.request("waiting", () -> seen.add(launch(context, CoroutineStart.DEFAULT, signal)));
        seen.add(launch(context, CoroutineStart.DEFAULT, signal));
        Thread.sleep(20);
        Probe.request("signalling", () -> {
            signal.complete("");
            Checks.expect("after resuming others", "signalling", Probe.current());
        });
        Checks.expect("waiting", "waiting", seen.get(0).get());
        Checks.expect("waiting for nobody", "none", seen.get(1).get());
        Checks.expect("thread", "none", Probe.current());
    }

    private static void crossTalk(CoroutineContext context) throws Exception {
        List<Future<String>> seen = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Probe.request("request " + i, () -> seen.add(launch(context, CoroutineStart.DEFAULT, null)));
            seen.add(launch(context, CoroutineStart.DEFAULT, null));
        }
        for (int i = 0; i < seen.size(); i++) {
            Checks.expect("coroutine " + i, i % 2 == 0 ? "request " + i / 2 : "none", seen.get(i).get());
        }
    }
}
