import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Asks a database in this process, whose query takes 20 ms of CPU, again and again until its input ends. A line
 * {@code profile} on the input starts an async-profiler of the application's own, as any application may.
 */
public final class Worker {
    private static volatile boolean over;

    private Worker() {
    }

    public static void main(String[] args) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:worker");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ALIAS WORK FOR \"Worker.work\"");
            Thread worker = new Thread(() -> askOn(statement));
            worker.start();
            System.out.println("working");
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                startOwnProfiler();
            }
            over = true;
            worker.join();
        }
        System.out.println("worked well");
    }

    private static void askOn(Statement statement) {
        try {
            while (!over) {
                statement.execute("CALL WORK()");
            }
        } catch (SQLException e) {
            e.printStackTrace();
        }
    }

    /** Called by the database. */
    public static int work() {
        long end = System.nanoTime() + 20_000_000;
        int work = 1;
        while (System.nanoTime() < end) {
            work = work * 31 + new byte[64].length;
        }
        return work;
    }

    private static void startOwnProfiler() throws Exception {
        Class<?> profiler = Class.forName("one.profiler.AsyncProfiler");
        Object instance = profiler.getMethod("getInstance").invoke(null);
        System.out.println(profiler.getMethod("execute", String.class).invoke(instance, "start,event=ctimer").toString().trim());
        System.out.println("profiling");
    }
}
