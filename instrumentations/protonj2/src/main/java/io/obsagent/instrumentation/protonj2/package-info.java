/**
 * The AMQP 1.0 client of Apache Qpid ProtonJ2.
 *
 * <pre>
 *  ClientSender.send, trySend               SendHandler      producer span, context into the application properties
 *  ClientReceiver.receive, tryReceive       ReceiveHandler   receive span, linked to the producer
 *  ClientReceiverLinkType.disposition       SettleHandler    settle span: accept, release, reject, modify
 *  IncomingDelivery.readAll, ClientDelivery ArrivalHandler, DeliveryHandler: what is known of a message, no operation
 *  ClientTrackable.processDeliveryUpdated   ConfirmHandler   the broker's answer to a message that was sent
 *  ClientConnection, ClientSession, links   opening, closing, reconnecting: metrics only
 * </pre>
 *
 * An application decodes a message when it likes, or reads it as a stream instead, which excludes decoding it. So the agent
 * reads the sections before the body for itself, from the bytes as they arrive, and leaves them as they are.
 *
 * <p>{@code messaging.system} is {@code amqp}: the conventions list no value for AMQP 1.0 to whatever broker there is.
 * Messages sent or received as streams are not seen.
 */
package io.obsagent.instrumentation.protonj2;
