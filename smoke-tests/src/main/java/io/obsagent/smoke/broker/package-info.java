/**
 * Message brokers that tests, benchmarks and the demo start for themselves: Apache Qpid Broker-J in a JVM of its own,
 * which needs nothing installed, and RabbitMQ 3 and 4 as {@code smoke-tests/servers.sh} installs them, which are asked for
 * their own counts.
 *
 * <p>Each has its ports and its folder and leaves nothing behind. Depends on {@code harness} only.
 */
package io.obsagent.smoke.broker;
