/**
 * AMQP 1.0 for Vert.x, {@code io.vertx:vertx-proton} 4 and 5.
 *
 * <pre>
 *  ProtonSenderImpl.send              SendHandler      producer span, context into the application properties
 *  ProtonReceiverImpl.handler         ReceiverHandler  wraps the application's handler: process span, child of the producer
 *  ProtonDeliveryImpl.disposition     SettleHandler    settle span: accept, release, reject, modify
 *  ProtonDeliveryImpl.fireUpdate      ConfirmHandler   the broker's answer to a message that was sent
 *  ProtonConnectionImpl, sessions, links: opening and closing, metrics only
 * </pre>
 *
 * {@code messaging.system} is {@code amqp}: the conventions list no value for AMQP 1.0 to whatever broker there is.
 * The engine below, proton-j, used without Vert.x, has a module of its own.
 */
package io.obsagent.instrumentation.vertxproton;
