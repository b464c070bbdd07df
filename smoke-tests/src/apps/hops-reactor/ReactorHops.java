import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** Chains whose operators see the request that subscribed, whatever thread the signals come from. */
final class ReactorHops {
    /** Signals from here carry nothing by themselves: it never sees a request. */
    private static final Emitter EMITTER = new Emitter();

    private ReactorHops() {
    }

    public static void main(String[] args) throws Exception {
        Hop.check("map", task -> EMITTER.mono().map(ReactorHops::current).toFuture());
        Hop.check("flatMap", task -> EMITTER.mono().flatMap(one -> EMITTER.mono()).map(ReactorHops::current).toFuture());
        Hop.check("flux", task -> EMITTER.flux(100).map(ReactorHops::current).distinct().collectList()
                .map(seen -> String.join(" and ", seen)).toFuture());
        Hop.check("subscribeOn", task -> Mono.fromCallable(task).subscribeOn(Schedulers.boundedElastic()).toFuture());
        Hop.check("publishOn", task -> EMITTER.mono().publishOn(Schedulers.parallel()).map(ReactorHops::current).toFuture());
        Hop.check("parallel", task -> EMITTER.flux(50).parallel(3).runOn(Schedulers.parallel()).map(ReactorHops::current)
                .sequential().distinct().collectList().map(seen -> String.join(" and ", seen)).toFuture());
        Hop.check("delay", task -> Mono.delay(Duration.ofMillis(2)).map(ReactorHops::current).toFuture());
        Hop.check("interval", task -> Flux.interval(Duration.ofMillis(1)).take(5).map(ReactorHops::current).last().toFuture());
        Hop.check("retry", task -> retried().toFuture());
        Hop.check("zip", task -> Mono.zip(EMITTER.mono(), EMITTER.mono()).map(ReactorHops::current).toFuture());
        Hop.check("future", task -> Mono.fromFuture(EMITTER.future()).map(ReactorHops::current).toFuture());
        Hop.check("error", task -> EMITTER.mono().map(one -> {
            throw new IllegalStateException(Probe.current());
        }).onErrorResume(failure -> Mono.just(failure.getMessage() + "")).map(Object::toString).toFuture());
        Hop.check("block", task -> CompletableFuture.completedFuture(EMITTER.mono().map(ReactorHops::current).block()));
        shared();
        crossTalk();
        Checks.expect("the emitter works for", "none", EMITTER.current());
        Checks.expectNothingPending();
        Checks.exit();
    }

    private static String current(Object signal) {
        return Probe.current();
    }

    private static Mono<String> retried() {
        AtomicInteger attempts = new AtomicInteger();
        return EMITTER.mono().map(one -> {
            if (attempts.incrementAndGet() < 3) {
                throw new IllegalStateException("again");
            }
            return Probe.current();
        }).retryWhen(Retry.backoff(5, Duration.ofMillis(1)));
    }

    /** One source, several subscribers: each sees its own request. */
    private static void shared() throws Exception {
        Sinks.One<String> sink = Sinks.one();
        Mono<String> cached = EMITTER.mono().delayElement(Duration.ofMillis(50)).cache(Duration.ofMinutes(1));
        Flux<String> replayed = EMITTER.flux(10).replay().refCount(1);
        List<Future<String>> seen = new ArrayList<>();
        for (String name : new String[] {"a", "b"}) {
            Probe.request(name, () -> {
                seen.add(sink.asMono().map(ReactorHops::current).toFuture());
                seen.add(cached.map(ReactorHops::current).toFuture());
                seen.add(replayed.map(ReactorHops::current).last().toFuture());
            });
        }
        seen.add(cached.map(ReactorHops::current).toFuture());
        EMITTER.emit(() -> sink.tryEmitValue(""));
        String[] expected = {"a", "a", "a", "b", "b", "b", "none"};
        for (int i = 0; i < expected.length; i++) {
            Checks.expect("shared " + i, expected[i], seen.get(i).get());
        }
    }

    private static void crossTalk() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(50);
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String name = "request " + i;
            done.add(clients.submit(() -> Probe.request(name, () -> Checks.expect(name, name, chain().block()))));
            done.add(clients.submit(() -> Checks.expect("no request", "none", chain().block())));
        }
        for (Future<?> each : done) {
            each.get();
        }
        clients.shutdown();
    }

    private static Mono<String> chain() {
        return EMITTER.flux(20).flatMap(i -> EMITTER.mono().publishOn(Schedulers.parallel()).map(ReactorHops::current))
                .publishOn(Schedulers.boundedElastic()).map(seen -> seen + "/" + Probe.current()).distinct().collectList()
                .map(seen -> seen.size() == 1 && seen.get(0).split("/")[0].equals(seen.get(0).split("/")[1])
                        ? seen.get(0).split("/")[0] : seen.toString());
    }

    /** Emits on a thread of its own. */
    private static final class Emitter {
        private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();

        Emitter() {
            Thread thread = new Thread(() -> {
                try {
                    while (true) {
                        work.take().run();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        void emit(Runnable signal) {
            work.add(signal);
        }

        Mono<String> mono() {
            return Mono.create(sink -> emit(() -> sink.success("one")));
        }

        Flux<String> flux(int count) {
            return Flux.create(sink -> emit(() -> {
                for (int i = 0; i < count; i++) {
                    sink.next("" + i);
                }
                sink.complete();
            }));
        }

        CompletableFuture<String> future() {
            CompletableFuture<String> future = new CompletableFuture<>();
            emit(() -> future.complete(""));
            return future;
        }

        String current() throws Exception {
            CompletableFuture<String> seen = new CompletableFuture<>();
            emit(() -> seen.complete(Probe.current()));
            return seen.get();
        }
    }
}
