/**
 * Settings: where they come from, what they mean, and the log that says what was wrong with them.
 *
 * <p>{@link io.obsagent.config.Settings} merges the four sources once; {@link io.obsagent.config.Keys} is the one table
 * of every key with its default; each other room gets one small immutable object of its own
 * ({@link io.obsagent.config.OtlpSettings}, {@link io.obsagent.config.TraceSettings}, ...) and never looks a key up itself.
 *
 * <p>What may enter: keys, their parsing, and the agent's log. Nothing here knows telemetry, weaving or the SDK. A part
 * of this room runs in premain on the application's main thread, so it uses no NIO file system, no regular expression,
 * no lambda, no {@code java.util.logging} and no formatter.
 */
package io.obsagent.config;
