/**
 * What the OpenTelemetry SDK logs with inside the agent. While the jar is assembled, its {@code java.util.logging} is
 * replaced by these classes: the SDK must not initialise the log manager before the application chooses one, and a
 * run-time image without {@code java.logging} must export too.
 *
 * <p>May enter: nothing but these stand-ins; nothing of ours calls them.
 */
package io.obsagent.export.sdk;
