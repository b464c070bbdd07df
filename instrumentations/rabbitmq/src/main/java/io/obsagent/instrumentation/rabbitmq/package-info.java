/**
 * The RabbitMQ client for AMQP 0-9-1, {@code com.rabbitmq:amqp-client} 4 and 5.
 *
 * <p>Everything passes through few concrete classes, whatever stands in front of them (recovery, Spring's caches):
 *
 * <pre>
 *  ChannelN.basicPublish         PublishHandler   producer span, context and obs-sent into the headers
 *  ChannelN.basicGet             GetHandler       receive span, linked to the producer
 *  Consumer.handleDelivery       DeliveryHandler  process span, child of the producer; only consumers that were
 *                                                 registered by ChannelN.basicConsume (ConsumeHandler), not those they wrap
 *  RpcServer.processRequest      RequestHandler   process span around the call and its answer
 *  ChannelN.basicAck/Nack/Reject settle spans, in the trace of the message; none where a recovered channel drops the call
 *  ChannelN, AMQConnection       confirms, returns, opening and closing, blocking, recovery: metrics only
 * </pre>
 *
 * Declaring, binding and the like make no spans. The agent adds no listener and calls nothing that goes over the wire.
 */
package io.obsagent.instrumentation.rabbitmq;
