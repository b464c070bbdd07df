package io.obsagent.weave;

/** Which libraries are woven, by the names of their instrumentation modules, and which options of them ({@code jdbc.rows}). */
public interface Libraries {
    /** Asked once for each join point while the agent starts, and again when a run-time switch may have changed. */
    boolean enabled(String library);
}
