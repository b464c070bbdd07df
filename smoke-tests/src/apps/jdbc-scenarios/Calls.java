import java.sql.SQLException;

/** Prints what happened; one line with "call" for each call that reaches a database as a statement of the application. */
final class Calls {
    private Calls() {
    }

    /** What can be asked of a statement. */
    interface Call {
        Object make() throws Exception;
    }

    static void call(String what, Call call) {
        print("call " + what, call);
    }

    /** What goes round statements: commits, switches of a connection, questions about it. */
    static void aside(String what, Call call) {
        print(what, call);
    }

    private static void print(String what, Call call) {
        try {
            System.out.println(what + ": " + call.make());
        } catch (SQLException e) {
            System.out.println(what + ": " + e.getClass().getName() + " " + e.getSQLState() + " " + e.getErrorCode());
        } catch (Exception e) {
            System.out.println(what + ": " + e);
        }
    }
}
