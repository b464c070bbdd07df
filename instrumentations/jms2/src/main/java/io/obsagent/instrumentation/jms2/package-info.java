/**
 * The Java Message Service, whatever the provider: JMS 1.1 and 2.0 here, and 3 in the module {@code jms3}, which compiles
 * these same sources with {@code jakarta} for {@code javax}.
 *
 * <pre>
 *  MessageProducer.send            SendHandler          producer span, context into the properties
 *  MessageConsumer.receive*        ReceiveHandler       receive span, linked to the producer; nothing when there was no message
 *  MessageListener.onMessage       ListenerHandler      process span, child of the producer
 *  MessageConsumer.setMessageListener                   wraps lambdas, which cannot be woven (TracedListener);
 *                                                       getMessageListener gives the application its own
 *  Spring's listener containers    ContainerHandler     process span around the listener with all its advice
 *  Message.acknowledge             AcknowledgeHandler   settle span
 *  Connection, Session, CompletionListener               where messages go, what is open, unsettled and confirmed: no operation
 * </pre>
 *
 * Pools, caches and JMSProducer and JMSConsumer stand in front of these and are part of the same operation.
 *
 * <p>{@code messaging.system} is {@code activemq} for ActiveMQ Classic and Artemis. Other providers are {@code jms}, Qpid JMS
 * too: it speaks AMQP 1.0 to whatever broker there is, and does not say which.
 */
package io.obsagent.instrumentation.jms2;
