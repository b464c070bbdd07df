/**
 * Messaging libraries against real brokers: Apache Qpid Broker-J in a JVM of its own needs nothing installed; RabbitMQ
 * itself, where it is installed, is asked for its own counts.
 */
package io.obsagent.smoke.messaging;
