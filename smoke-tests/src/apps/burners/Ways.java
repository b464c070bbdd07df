import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import javax.servlet.AsyncContext;
import javax.servlet.http.HttpServletRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The ways by which the work of a request gets onto threads. Each is a class of its own, which stands in its stacks. */
final class Ways {
    private Ways() {
    }

    /** Serves one request of that kind; returns when all is done, or when somebody else will complete the request. */
    interface Way {
        void serve(int kind, HttpServletRequest request) throws Exception;
    }

    /** On the server's own thread. */
    static final class ServerThread implements Way {
        @Override
        public void serve(int kind, HttpServletRequest request) {
            Work.on(kind);
        }
    }

    /** On a pool that all requests share. */
    static final class Pool implements Way {
        private final ExecutorService pool = Executors.newFixedThreadPool(3);

        @Override
        public void serve(int kind, HttpServletRequest request) throws Exception {
            Future<?> first = pool.submit(() -> Work.on(kind));
            Future<?> second = pool.submit(() -> Work.on(kind));
            first.get();
            second.get();
        }
    }

    /** In stages of futures on two pools. */
    static final class Futures implements Way {
        private final ExecutorService pool = Executors.newFixedThreadPool(2);
        private final ForkJoinPool forkJoin = new ForkJoinPool(2);

        @Override
        public void serve(int kind, HttpServletRequest request) throws Exception {
            CompletableFuture<Void> first = CompletableFuture.runAsync(() -> Work.on(kind), pool)
                    .thenRunAsync(() -> Work.on(kind), forkJoin);
            first.thenCombine(CompletableFuture.runAsync(() -> Work.on(kind), forkJoin), (a, b) -> a).get();
        }
    }

    /** In operators of a chain that changes threads. */
    static final class Reactor implements Way {
        @Override
        public void serve(int kind, HttpServletRequest request) {
            Mono.fromRunnable(() -> Work.on(kind)).subscribeOn(Schedulers.boundedElastic())
                    .thenMany(Flux.range(0, 2).publishOn(Schedulers.parallel()).doOnNext(any -> Work.on(kind)))
                    .flatMap(any -> Mono.fromRunnable(() -> Work.on(kind)).subscribeOn(Schedulers.boundedElastic()))
                    .blockLast();
        }
    }

    /** In Tomcat, on a pool after the server's thread has left. */
    static final class TomcatAsync implements Way {
        private final ExecutorService pool = Executors.newFixedThreadPool(3);

        @Override
        public void serve(int kind, HttpServletRequest request) {
            AsyncContext async = request.startAsync();
            pool.execute(() -> {
                Work.on(kind);
                async.complete();
            });
        }
    }

    /** The same in Jetty, by the server's own means of starting a task. */
    static final class JettyAsync implements Way {
        @Override
        public void serve(int kind, HttpServletRequest request) {
            AsyncContext async = request.startAsync();
            async.start(() -> {
                Work.on(kind);
                async.complete();
            });
        }
    }

    /** 250 virtual threads for each request. */
    static final class VirtualThreads implements Way {
        private static final int THREADS = 250;
        private final ExecutorService executor = executor();

        /** Java 21; this is compiled for 11. */
        private static ExecutorService executor() {
            try {
                return (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
            } catch (ReflectiveOperationException e) {
                return null;
            }
        }

        @Override
        public void serve(int kind, HttpServletRequest request) throws Exception {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                done.add(executor.submit(() -> Work.yielding(kind)));
            }
            for (Future<?> each : done) {
                each.get();
            }
        }
    }

    /** In the consumer of a message that the request publishes. */
    static final class Consumers implements Way {
        private final Map<String, CompletableFuture<Void>> consumed = new ConcurrentHashMap<>();
        private final Connection connection;
        private final ThreadLocal<Channel> channels = ThreadLocal.withInitial(this::channel);

        Consumers(int port) throws Exception {
            ConnectionFactory factory = new ConnectionFactory();
            factory.setHost("localhost");
            factory.setPort(port);
            connection = factory.newConnection();
            for (int kind = 0; kind < Burners.KINDS; kind++) {
                consume(kind);
            }
        }

        private Channel channel() {
            try {
                return connection.createChannel();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private void consume(int kind) throws Exception {
            Channel channel = connection.createChannel();
            channel.queueDeclare("burn-" + kind, false, false, true, null);
            channel.basicConsume("burn-" + kind, true, new DefaultConsumer(channel) {
                @Override
                public void handleDelivery(String tag, Envelope envelope, BasicProperties properties, byte[] body) {
                    Work.on(kind);
                    consumed.remove(properties.getMessageId()).complete(null);
                }
            });
        }

        @Override
        public void serve(int kind, HttpServletRequest request) throws Exception {
            CompletableFuture<Void> done = new CompletableFuture<>();
            String id = Integer.toString(System.identityHashCode(done)) + '-' + System.nanoTime();
            consumed.put(id, done);
            channels.get().basicPublish("", "burn-" + kind, new BasicProperties.Builder().messageId(id).build(), new byte[0]);
            done.get();
        }
    }
}
