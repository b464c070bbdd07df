/**
 * Start-up, in two phases. On the thread of premain: settings, telemetry, bridge, index, transformer; nothing that
 * touches JUL, JMX or {@code java.nio.file}, no lambda. On one daemon thread, while the application starts: everything
 * else, and then the export loop for the rest of the process.
 *
 * <p>May enter: what wires rooms together. The only package that knows all of them.
 */
package io.obsagent.start;
