import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * {@code /keep} allocates 1 MiB and keeps it, {@code /drop} allocates 512 KiB and keeps nothing, {@code /work} takes 50 ms
 * of CPU and then waits for 50 ms, {@code /monitor} and {@code /lock} hold the one and the other for 30 ms, {@code /gc} collects.
 */
public final class EndpointServer {
    private static final int ARRAY = 16 * 1024;
    private static final List<byte[]> KEPT = new ArrayList<>();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ReentrantLock LOCK = new ReentrantLock();
    private static volatile byte[] dropped;

    private EndpointServer() {
    }

    public static void main(String[] args) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/keep", exchange -> answer(exchange, EndpointServer::keep));
        server.createContext("/drop", exchange -> answer(exchange, EndpointServer::drop));
        server.createContext("/work", exchange -> answer(exchange, EndpointServer::work));
        server.createContext("/monitor", exchange -> answer(exchange, EndpointServer::monitor));
        server.createContext("/lock", exchange -> answer(exchange, EndpointServer::lock));
        server.createContext("/gc", exchange -> answer(exchange, System::gc));
        server.start();
        System.out.println("port " + server.getAddress().getPort());
        while (System.in.read() >= 0) {
            continue;
        }
        System.out.println("kept " + KEPT.size());
        System.exit(0);
    }

    private static void answer(HttpExchange exchange, Runnable work) throws IOException {
        work.run();
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private static void keep() {
        for (int i = 0; i < 64; i++) {
            byte[] array = new byte[ARRAY];
            synchronized (KEPT) {
                KEPT.add(array);
            }
        }
    }

    private static void drop() {
        for (int i = 0; i < 32; i++) {
            dropped = new byte[ARRAY];
        }
    }

    private static void monitor() {
        synchronized (KEPT) {
            pause(30);
        }
    }

    private static void lock() {
        LOCK.lock();
        try {
            pause(30);
        } finally {
            LOCK.unlock();
        }
    }

    private static void work() {
        long end = THREADS.getCurrentThreadCpuTime() + TimeUnit.MILLISECONDS.toNanos(50);
        while (THREADS.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
        pause(50);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
