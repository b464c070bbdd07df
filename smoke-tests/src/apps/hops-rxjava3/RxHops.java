import io.reactivex.rxjava3.core.BackpressureStrategy;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.subjects.PublishSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Chains whose operators see the request that subscribed, whatever thread the signals come from. */
final class RxHops {
    private static final BlockingQueue<Runnable> SIGNALS = new LinkedBlockingQueue<>();

    private RxHops() {
    }

    public static void main(String[] args) throws Exception {
        Thread emitter = new Thread(RxHops::emit);
        emitter.setDaemon(true);
        emitter.start();
        Hop.check("single", task -> single().map(RxHops::current).toCompletionStage().toCompletableFuture());
        Hop.check("maybe", task -> maybe().map(RxHops::current).toCompletionStage("").toCompletableFuture());
        Hop.check("observable", task -> observable().map(RxHops::current).distinct().lastOrErrorStage().toCompletableFuture());
        Hop.check("flowable", task -> flowable().map(RxHops::current).distinct().lastOrErrorStage().toCompletableFuture());
        Hop.check("completable", task -> completable().andThen(Single.fromCallable(task)).toCompletionStage().toCompletableFuture());
        Hop.check("flatMap", task -> single().flatMap(one -> single()).map(RxHops::current).toCompletionStage().toCompletableFuture());
        Hop.check("subscribeOn", task -> Single.fromCallable(task).subscribeOn(Schedulers.io()).toCompletionStage().toCompletableFuture());
        Hop.check("observeOn", task -> flowable().observeOn(Schedulers.computation()).map(RxHops::current).distinct()
                .lastOrErrorStage().toCompletableFuture());
        Hop.check("timer", task -> Single.timer(2, TimeUnit.MILLISECONDS).map(RxHops::current).toCompletionStage().toCompletableFuture());
        Hop.check("interval", task -> Observable.interval(1, TimeUnit.MILLISECONDS).take(5).map(RxHops::current)
                .lastOrErrorStage().toCompletableFuture());
        shared();
        crossTalk();
        Checks.expectNothingPending();
        Checks.exit();
    }

    private static void emit() {
        try {
            while (true) {
                SIGNALS.take().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String current(Object signal) {
        return Probe.current();
    }

    private static Single<String> single() {
        return Single.create(to -> SIGNALS.add(() -> to.onSuccess("")));
    }

    private static Maybe<String> maybe() {
        return Maybe.create(to -> SIGNALS.add(() -> to.onSuccess("")));
    }

    private static Completable completable() {
        return Completable.create(to -> SIGNALS.add(to::onComplete));
    }

    private static Observable<Integer> observable() {
        return Observable.create(to -> SIGNALS.add(() -> {
            for (int i = 0; i < 20; i++) {
                to.onNext(i);
            }
            to.onComplete();
        }));
    }

    private static Flowable<Integer> flowable() {
        return Flowable.create(to -> SIGNALS.add(() -> {
            for (int i = 0; i < 20; i++) {
                to.onNext(i);
            }
            to.onComplete();
        }), BackpressureStrategy.BUFFER);
    }

    /** One source, several observers: each sees its own request. */
    private static void shared() throws Exception {
        PublishSubject<String> subject = PublishSubject.create();
        Single<String> cached = single().delay(50, TimeUnit.MILLISECONDS).cache();
        Observable<Integer> published = observable().delaySubscription(50, TimeUnit.MILLISECONDS).publish().autoConnect(2);
        List<CompletableFuture<String>> seen = new ArrayList<>();
        for (String name : new String[] {"a", "b"}) {
            Probe.request(name, () -> {
                seen.add(subject.map(RxHops::current).firstOrErrorStage().toCompletableFuture());
                seen.add(cached.map(RxHops::current).toCompletionStage().toCompletableFuture());
                seen.add(published.map(RxHops::current).distinct().lastOrErrorStage().toCompletableFuture());
            });
        }
        seen.add(cached.map(RxHops::current).toCompletionStage().toCompletableFuture());
        SIGNALS.add(() -> subject.onNext(""));
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
            done.add(clients.submit(() -> Probe.request(name, () -> Checks.expect(name, List.of(name), chain()))));
            done.add(clients.submit(() -> Checks.expect("no request", List.of("none"), chain())));
        }
        for (Future<?> each : done) {
            each.get();
        }
        clients.shutdown();
    }

    private static List<String> chain() {
        return flowable().flatMapSingle(i -> single().observeOn(Schedulers.computation()).map(RxHops::current))
                .observeOn(Schedulers.io()).flatMap(seen -> Flowable.just(seen, Probe.current())).distinct().toList().blockingGet();
    }
}
