/**
 * The AMQP 1.0 engine of Apache Qpid, {@code org.apache.qpid:proton-j}, used by itself; below Qpid JMS and Vert.x Proton it is
 * left alone, they are seen as what they are. Where another room watches a connection it sees what is sent. Requests to the
 * broker itself, for its management, its claims or its transactions, are none of the application's messages.
 *
 * <pre>
 *  MessageImpl.encode          EncodeHandler   create span, producer, context into the application properties
 *  SenderImpl.advance          SendHandler     send span, linked to what the thread encoded last
 *  ReceiverImpl.recv           RecvHandler     which link the thread took bytes from
 *  MessageImpl.decode          DecodeHandler   receive span, linked to the producer
 *  DeliveryImpl.disposition    SettleHandler   settle span: accept, release, reject, modify
 *  DeliveryImpl.setRemoteSettled ConfirmHandler the broker's answer to a message that was sent
 * </pre>
 *
 * The engine has no place where a message meets its link: bytes are what it sends and receives. So a message is created where
 * it is encoded, which is when its context goes into it, and is sent later, perhaps by another thread, which then knows no
 * context to link to. An encoding that would not fit any more with a context in it is left as it is, and so are the parts of a batch.
 */
package io.obsagent.instrumentation.protonj;
