/**
 * Listener containers of Spring for Apache Kafka 2.8 to 4: a process span around each call of a listener, with a record
 * or with a batch. A record that is delivered again, because its listener failed, gets a span for each attempt.
 *
 * <p>Sending, polling, delivery counts, time in queue and commits are seen in the Kafka client below. The containers take
 * each polled batch from it, so that their own loops are not processing.
 */
package io.obsagent.instrumentation.springkafka;
