/** The stored procedure of databases that keep theirs in Java. */
public final class Doubled {
    private Doubled() {
    }

    public static int of(int amount) {
        return 2 * amount;
    }
}
