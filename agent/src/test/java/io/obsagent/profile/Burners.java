package io.obsagent.profile;

import io.obsagent.profile.model.FrameTable;

/** Work of four kinds, each recognisable in a stack by the method that does it. */
final class Burners {
    static final int KINDS = 4;
    static volatile long sink;
    static volatile Object garbage;

    private Burners() {}

    /** Uses up about that much wall time on the calling thread, nearly all of it CPU. */
    static void burn(int kind, long micros) {
        long end = System.nanoTime() + micros * 1_000;
        switch (kind) {
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

    /** The kind that a stack belongs to, or -1. */
    static int kindOf(FrameTable table, int[] frames) {
        for (int frame : frames) {
            String function = table.function(frame);
            if (function.startsWith("io/obsagent/profile/Burners.burn") && function.length() == "io/obsagent/profile/Burners.burnA".length()) {
                return function.charAt(function.length() - 1) - 'A';
            }
        }
        return -1;
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

    private static void work() {
        long sum = sink;
        for (int i = 0; i < 2_000; i++) {
            sum = sum * 31 + i;
        }
        sink = sum;
        garbage = new byte[1024];
    }
}
