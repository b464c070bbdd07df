/**
 * Listener containers of Spring for RabbitMQ 2 to 4: the process span is around the listener, with all its retries.
 *
 * <p>The acknowledgement that a container sends after its listener is a child of the process span. Publishing, delivery
 * counts, time in queue and settling are seen in the RabbitMQ client below, whose handlers leave the processing of messages
 * for these containers to this library.
 */
package io.obsagent.instrumentation.springrabbit;
