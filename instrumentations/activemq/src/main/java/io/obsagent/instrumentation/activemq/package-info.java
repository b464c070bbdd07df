/**
 * ActiveMQ Classic, {@code org.apache.activemq:activemq-client} 5 and 6: to which broker a connection leads, and what happens
 * to it. What is sent over it, and its end, is seen by the modules of JMS.
 *
 * <pre>
 *  TcpTransport                                 TransportHandler   the address as it was configured
 *  ActiveMQConnection.ensureConnectionInfoSent  OpenHandler        the first use, at which the broker is told of it
 *  ActiveMQConnection.transport*                LossHandler, ResumeHandler
 * </pre>
 */
package io.obsagent.instrumentation.activemq;
