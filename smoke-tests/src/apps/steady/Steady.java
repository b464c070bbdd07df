import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** With the first line of its input begins to burn CPU, until the input ends; then says how much: {@code burned 1234} milliseconds. */
public final class Steady {
    private static volatile boolean over;

    private Steady() {
    }

    public static void main(String[] args) throws Exception {
        System.out.println("ready");
        System.in.read();
        Thread burner = new Thread(Steady::burn);
        burner.start();
        while (System.in.read() >= 0) {
            continue;
        }
        over = true;
        burner.join();
    }

    private static void burn() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        System.out.println("burning");
        int work = 1;
        while (!over) {
            work = work * 31 + 1;
        }
        System.out.println("burned " + (threads.getCurrentThreadCpuTime() - start) / 1_000_000 + (work == 7 ? " " : ""));
    }
}
