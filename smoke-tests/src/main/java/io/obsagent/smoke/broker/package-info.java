/**
 * Message brokers that tests, benchmarks and the demo start for themselves: Apache Qpid Broker-J in a JVM of its own,
 * which needs nothing installed, and the RabbitMQ of the machine's packages, which is asked for its own counts.
 *
 * <p>Each has its ports and its folder and leaves nothing behind. Depends on {@code harness} only.
 */
package io.obsagent.smoke.broker;
