package io.obsagent.profile.push;

import io.obsagent.profile.model.ProfileWindow;

/** A server that profiles are sent to. */
public interface Destination {
    /** Encodes the window and queues it; never waits for the network. */
    void send(ProfileWindow window);

    /** Sends what is queued, once each, for at most that time; then gives up. Called once, by any thread. */
    void close(long millis);

    /** For the start report. */
    String address();
}
