/**
 * The RabbitMQ client of Vert.x: the process span is around the handler that a consumer was given, on its event loop.
 *
 * <p>Publishing, delivery counts, time in queue and settling are seen in the RabbitMQ client below, whose handlers leave
 * the processing of messages for these consumers to this library: they only pass a message on to the event loop.
 */
package io.obsagent.instrumentation.vertxrabbit;
