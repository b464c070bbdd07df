package io.obsagent.profile.serve;

import io.obsagent.profile.model.ProfileKind;
import io.obsagent.profile.model.ProfileWindow;
import java.io.IOException;

/** Where the local port gets profiles from. */
public interface ProfileSource {
    /**
     * What is sampled from now on for so long, as one window with one profile; of live objects what is alive now.
     *
     * @throws IOException when the profiler does not run; the message is for the one who asked
     */
    ProfileWindow record(ProfileKind kind, int seconds) throws IOException, InterruptedException;
}
