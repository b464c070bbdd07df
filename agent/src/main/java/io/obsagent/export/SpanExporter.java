package io.obsagent.export;

import io.obsagent.telemetry.Operation;
import java.util.List;

/** Takes ended spans out of the process, or shows them. Used by one thread. */
public interface SpanExporter {
    /** Returns when the batch is delivered or given up; what became of it has been counted and said by then. */
    void export(List<Operation> batch);
}
