/** What the probe library weaves; the answers here are those of a JVM without it. */
final class Probe {
    private Probe() {
    }

    /** Serves a request of this name. */
    static void request(String name, Runnable body) {
        body.run();
    }

    /** The request the calling thread works for, {@code none} for none. */
    static String current() {
        return "unwoven";
    }

    /** How many tasks wait with an operation. */
    static String pending() {
        return "unwoven";
    }
}
