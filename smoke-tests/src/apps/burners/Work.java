/** What a request does on one thread: work of its own, a call to the database that works too, again work of its own. */
final class Work {
    private Work() {
    }

    static void on(int kind) {
        Burners.burn(kind, 1_500);
        Database.call(kind + 1);
        Burners.burn(kind, 500);
    }

    /** The same with pauses in which a virtual thread leaves its carrier. */
    static void yielding(int kind) {
        Burners.burn(kind, 200);
        Thread.yield();
        Burners.burn(kind, 200);
        Database.call(kind + 1);
        Thread.yield();
        Burners.burn(kind, 200);
    }
}
