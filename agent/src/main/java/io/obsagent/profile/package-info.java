/**
 * Continuous profiling, tied to spans. {@link io.obsagent.profile.Profiling} is the way in.
 *
 * <p>Sub-packages, each depending only on those after it: {@code serve} and {@code push} (where profiles go),
 * {@code wire} (their bytes), {@code engine} (what samples), {@code chunk} (what it sampled), {@code attribution} (for
 * which span), {@code model}. Here is only what steers them: settings, the supervisor, the connection to telemetry.
 */
package io.obsagent.profile;
