package io.obsagent.export.transport;

import java.io.IOException;

/** Carries one request at a time to a backend, on the calling thread. Not thread-safe, {@link #close} apart. */
public interface Transport {
    /**
     * Sends the first {@code length} bytes of {@code body} and waits for the verdict, both before the deadline.
     *
     * @throws IOException the backend could not be reached or did not answer; sending again may help unless it is a
     *     {@link ConfigurationException}. The message is fit for a log line.
     */
    Reply send(byte[] body, int length, Deadline deadline) throws IOException;

    /** Gives the connection up; a request under way fails. May be called by any thread. */
    void close();
}
