import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Messages one after the other, each until it has come back, until the standard input ends; the broker may go away and
 * come back meanwhile, with nothing in its queues. A line of input asks for word when traffic flows.
 */
public abstract class Traffic {
    private static final int ENOUGH = 20;

    private final AtomicInteger deliveries = new AtomicInteger();
    private final AtomicInteger awaited = new AtomicInteger(ENOUGH);
    private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
    private int sends;
    private volatile boolean stopped;

    /** Sends a message with this text. */
    protected abstract void send(String id) throws Exception;

    /** Ends the connection; nothing is delivered any more. */
    protected abstract void close() throws Exception;

    protected final void delivered(String id) {
        deliveries.incrementAndGet();
        arrived.add(id);
    }

    protected final void run() throws Exception {
        Thread watch = new Thread(this::watchInput);
        watch.setDaemon(true);
        watch.start();
        for (int i = 0; !stopped; i++) {
            sendUntilItArrives("m" + i);
            if (awaited.decrementAndGet() == 0) {
                System.out.println("flowing");
            }
        }
        close();
        System.out.println("sends " + sends);
        System.out.println("deliveries " + deliveries);
    }

    private void sendUntilItArrives(String id) throws InterruptedException {
        boolean here = false;
        while (!here && !stopped) {
            sends++;
            try {
                send(id);
            } catch (Exception outage) {
                System.out.println("not sent: " + outage);
            }
            String found;
            do {
                found = arrived.poll(1, TimeUnit.SECONDS);
                here |= id.equals(found);
            } while (found != null && !here);
        }
    }

    private void watchInput() {
        try {
            for (int read = System.in.read(); read >= 0; read = System.in.read()) {
                awaited.set(ENOUGH);
            }
        } catch (IOException closed) {
            System.err.println(closed);
        }
        stopped = true;
    }
}
