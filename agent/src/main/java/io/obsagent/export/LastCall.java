package io.obsagent.export;

/** An exporter that can be told that the process is about to end. */
public interface LastCall {
    /** From now on one attempt for each batch and no pause; a pause under way ends. Any thread. */
    void lastCall();

    /** Tells those exporters that want to know. */
    static void toAll(Iterable<?> exporters) {
        for (Object exporter : exporters) {
            if (exporter instanceof LastCall) {
                ((LastCall) exporter).lastCall();
            }
        }
    }
}
