package io.obsagent.bridge;

/**
 * {@code java.lang.ObsBridge} for classes that are compiled at a level where javac does not show it. Loaded by the
 * agent loader, after the bridge is defined. Thread-safe.
 */
public final class Bridge {
    private Bridge() {}

    /** Connects the agent; from now on woven code reaches {@code dispatch}. */
    public static void connect(Dispatch dispatch, int joinPoints) {
        ObsBridge.connect(new BridgeConnector(dispatch), joinPoints);
    }

    /** Switches one join point off or on at run time. */
    public static void cut(int joinPoint, boolean off) {
        ObsBridge.cut(joinPoint, off);
    }
}
