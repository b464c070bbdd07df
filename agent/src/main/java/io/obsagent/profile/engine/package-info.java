/**
 * What takes the samples: async-profiler, or the JDK's flight recorder where that cannot be loaded; and the checks
 * that decide which, on this JVM, on this machine, next to these other agents. An engine delivers chunks of bytes;
 * what is in them is the business of {@code profile.chunk}. Supervisor thread only, if not said otherwise.
 */
package io.obsagent.profile.engine;
