/**
 * Reads one JFR chunk, of async-profiler or of the JDK, into a window of profiles whose samples name their span.
 * Runs on the supervisor thread; may use {@code one.jfr} (the reader), the model and the attribution.
 */
package io.obsagent.profile.chunk;
