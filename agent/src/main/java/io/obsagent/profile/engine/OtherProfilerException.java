package io.obsagent.profile.engine;

import java.io.IOException;

/** Another profiler has come into this process: ours ends, for trying again would only disturb that one. */
public final class OtherProfilerException extends IOException {
    private static final long serialVersionUID = 1;

    OtherProfilerException(String library) {
        super("another profiler is in this process (" + library + ")");
    }
}
