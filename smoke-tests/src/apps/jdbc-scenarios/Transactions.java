import java.sql.Connection;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Arrays;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/** Commit, rollback, save points, read-only connections, two-phase commits. */
final class Transactions {
    private final Connection connection;
    private final Statement statement;

    Transactions(Connection connection, Statement statement) {
        this.connection = connection;
        this.statement = statement;
    }

    void run() throws Exception {
        connection.setAutoCommit(false);
        insert("kept");
        Calls.aside("commit", () -> {
            connection.commit();
            return "done";
        });
        insert("rolled back");
        Calls.aside("rollback", () -> {
            connection.rollback();
            return "done";
        });
        count();
        failing();
        savepoint();
        connection.setAutoCommit(true);
        readOnly();
    }

    private void insert(String item) {
        Calls.call("insert " + item, () -> statement.executeUpdate("INSERT INTO orders (item) VALUES ('" + item + "')"));
    }

    private void count() {
        Calls.call("count", () -> Scenarios.rows(statement.executeQuery("SELECT item FROM orders")));
    }

    /** PostgreSQL refuses what follows a failure in the same transaction; the others go on. */
    private void failing() throws Exception {
        insert("before the failure");
        Calls.call("failing", () -> statement.executeUpdate("INSERT INTO missing VALUES (1)"));
        insert("after the failure");
        connection.rollback();
        count();
    }

    private void savepoint() throws Exception {
        insert("before the savepoint");
        Savepoint[] savepoint = new Savepoint[1];
        Calls.aside("savepoint", () -> {
            savepoint[0] = connection.setSavepoint("here");
            return savepoint[0].getSavepointName();
        });
        insert("after the savepoint");
        Calls.aside("back to the savepoint", () -> {
            connection.rollback(savepoint[0]);
            return "done";
        });
        connection.commit();
        count();
    }

    private void readOnly() {
        Calls.aside("read-only", () -> {
            connection.setReadOnly(true);
            return connection.isReadOnly();
        });
        insert("read-only");
        Calls.aside("writable", () -> {
            connection.setReadOnly(false);
            return connection.isReadOnly();
        });
    }

    static void twoPhase(XADataSource source) throws Exception {
        XAConnection branch = source.getXAConnection();
        XAResource resource = branch.getXAResource();
        try (Connection connection = branch.getConnection(); Statement statement = connection.createStatement()) {
            for (byte number = 1; number <= 2; number++) {
                Xid id = new Branch(number);
                boolean commits = number == 1;
                resource.start(id, XAResource.TMNOFLAGS);
                Calls.call("insert in branch", () -> statement.executeUpdate("INSERT INTO orders (item) VALUES ('branch')"));
                resource.end(id, XAResource.TMSUCCESS);
                Calls.aside("prepare", () -> resource.prepare(id));
                Calls.aside("end of the branch", () -> {
                    if (commits) {
                        resource.commit(id, false);
                    } else {
                        resource.rollback(id);
                    }
                    return commits;
                });
            }
            Calls.call("after both branches", () -> Scenarios.rows(statement.executeQuery("SELECT item FROM orders")));
        } finally {
            branch.close();
        }
    }

    private static final class Branch implements Xid {
        private final byte[] id = new byte[16];

        private Branch(byte number) {
            Arrays.fill(id, number);
        }

        @Override
        public int getFormatId() {
            return 1;
        }

        @Override
        public byte[] getGlobalTransactionId() {
            return id.clone();
        }

        @Override
        public byte[] getBranchQualifier() {
            return id.clone();
        }
    }
}
