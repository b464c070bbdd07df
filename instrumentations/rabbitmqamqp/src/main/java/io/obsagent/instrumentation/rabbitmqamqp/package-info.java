/**
 * RabbitMQ's own client for AMQP 1.0, {@code com.rabbitmq.client:amqp-client} 0.x and 1.x, for RabbitMQ 4.
 *
 * <pre>
 *  AmqpPublisher.publish                   PublishHandler   producer span; the callback is wrapped: TracedCallback, confirms
 *  ClientSender.send of its own ProtonJ2   EncodeHandler    context and obs-sent into the application properties
 *  ObservationCollector.subscribe          SubscribeHandler wraps the application's handler: TracedHandler, process span,
 *                                                           child of the producer
 *  DeliveryContext, BatchDeliveryContext   AcceptHandler, DiscardHandler, RequeueHandler: settle spans, in the trace of
 *                                          the message; none where the message is settled already or its link is lost
 *  ResourceBase.state                      StateHandler     connections opened, lost, recovered, closed: metrics only
 * </pre>
 *
 * What is known of a message's way comes in pieces: the broker's address with each native connection (LocateHandler,
 * AddressHandler), the publisher's address when its link is opened (LinkHandler), both on the thread that makes the
 * publisher or the consumer (OpenHandler). Declaring, binding and the like make no spans.
 */
package io.obsagent.instrumentation.rabbitmqamqp;
