/** Work of four kinds, each recognisable in a stack by the method that does it. */
public final class Burners {
    static final int KINDS = 4;
    private static final int MICROS_A_TURN = 4;
    static volatile long sink;
    static volatile Object garbage;

    private Burners() {
    }

    /** Uses up about that much CPU of the calling thread, on a busy machine too. */
    static void burn(int kind, int micros) {
        int turns = micros / MICROS_A_TURN;
        switch (kind % KINDS) {
            case 0:
                burnA(turns);
                break;
            case 1:
                burnB(turns);
                break;
            case 2:
                burnC(turns);
                break;
            default:
                burnD(turns);
        }
    }

    private static void burnA(int turns) {
        for (int i = 0; i < turns; i++) {
            work();
        }
    }

    private static void burnB(int turns) {
        for (int i = 0; i < turns; i++) {
            work();
        }
    }

    private static void burnC(int turns) {
        for (int i = 0; i < turns; i++) {
            work();
        }
    }

    private static void burnD(int turns) {
        for (int i = 0; i < turns; i++) {
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
