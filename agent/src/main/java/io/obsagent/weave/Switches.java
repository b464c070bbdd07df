package io.obsagent.weave;

/** Changes at run time, from a second attach to the process. */
public interface Switches {
    /** @param arguments agent arguments ({@code obs.instrumentation.jdbc.enabled=false,...}), null for none */
    void change(String arguments);
}
