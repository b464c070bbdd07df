import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** One way to hand a task to another thread. */
interface Hop {
    Future<String> hand(Callable<String> task) throws Exception;

    /** The task sees the request that handed it over, the thread that did so keeps it, and the next task sees none. */
    static void check(String name, Hop hop) throws Exception {
        String[] seen = new String[2];
        Probe.request(name, () -> {
            try {
                seen[0] = hop.hand(Probe::current).get(30, TimeUnit.SECONDS);
            } catch (Exception e) {
                seen[0] = e.toString();
            }
            seen[1] = Probe.current();
        });
        Checks.expect(name, name, seen[0]);
        Checks.expect(name + ", after it on the same thread", name, seen[1]);
        Checks.expect(name + ", next task", "none", hop.hand(Probe::current).get(30, TimeUnit.SECONDS));
    }
}
