/** Work of four kinds, each recognisable in a stack by the method that does it. */
public final class Burners {
    static final int KINDS = 4;
    static volatile long sink;
    static volatile Object garbage;

    private Burners() {
    }

    /** Uses up about that much time of the calling thread, nearly all of it CPU. */
    static void burn(int kind, int micros) {
        long end = System.nanoTime() + micros * 1_000L;
        switch (kind % KINDS) {
            case 0:
                burnA(end);
                break;
            case 1:
                burnB(end);
                break;
            case 2:
                burnC(end);
                break;
            default:
                burnD(end);
        }
    }

    private static void burnA(long end) {
        while (System.nanoTime() < end) {
            work();
        }
    }

    private static void burnB(long end) {
        while (System.nanoTime() < end) {
            work();
        }
    }

    private static void burnC(long end) {
        while (System.nanoTime() < end) {
            work();
        }
    }

    private static void burnD(long end) {
        while (System.nanoTime() < end) {
            work();
        }
    }

    /** Some 100 MB of garbage for a second of CPU. */
    private static void work() {
        long sum = sink;
        for (int i = 0; i < 4_000; i++) {
            sum = sum * 31 + i;
        }
        sink = sum;
        garbage = new byte[512];
    }
}
