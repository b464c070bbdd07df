import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;

/**
 * Runs one cheap query many times from several threads. Arguments: URL, threads, calls of each thread, and "wait" to
 * stay until the input ends.
 */
public final class JdbcLoad {
    private JdbcLoad() {
    }

    public static void main(String[] args) throws Exception {
        int threads = Integer.parseInt(args[1]);
        int calls = Integer.parseInt(args[2]);
        Thread[] workers = new Thread[threads];
        for (int i = 0; i < threads; i++) {
            workers[i] = new Thread(() -> work(args[0], calls));
            workers[i].start();
        }
        for (Thread worker : workers) {
            worker.join();
        }
        System.out.println("done");
        if (args.length > 3) {
            System.in.read();
        }
    }

    private static void work(String url, int calls) {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement select = connection.prepareStatement("SELECT 1")) {
            for (int i = 0; i < calls; i++) {
                try (ResultSet rows = select.executeQuery()) {
                    rows.next();
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
