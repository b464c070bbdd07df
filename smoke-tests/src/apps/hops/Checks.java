import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts and prints what is not as expected; the exit code of the application says whether anything was. */
final class Checks {
    private static final AtomicInteger FAILED = new AtomicInteger();

    private Checks() {
    }

    static void expect(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            FAILED.incrementAndGet();
            System.out.println("FAILED " + what + ": " + actual + " instead of " + expected);
        }
    }

    /** Nothing may be kept for tasks that are gone. */
    static void expectNothingPending() throws InterruptedException {
        for (int i = 0; i < 100 && !Probe.pending().equals("0"); i++) {
            System.gc();
            Thread.sleep(20);
        }
        expect("tasks remembered at the end", "0", Probe.pending());
    }

    /** Ends the application once its input ends. */
    static void exit() throws IOException {
        System.out.println("checked");
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        System.exit(FAILED.get() == 0 ? 0 : 1);
    }
}
