package io.obsagent.tools.doctor;

import java.io.IOException;

/** One thing that can be wrong. */
interface Check {
    /**
     * Adds at least one finding, or none where the check has no meaning for the target.
     *
     * @throws IOException when the target can no longer be read at all
     */
    void run(Target target, Report report) throws IOException;
}
