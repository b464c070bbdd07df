import com.zaxxer.hikari.pool.HikariPool;

/** Uses a library in a version that the agent does not fit. */
public final class OtherVersion {
    private OtherVersion() {
    }

    public static void main(String[] args) {
        HikariPool pool = new HikariPool();
        for (int i = 1; i <= 3; i++) {
            System.out.println(pool.getConnection(i));
        }
    }
}
