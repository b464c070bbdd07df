/**
 * Artemis, {@code artemis-jms-client} and {@code artemis-jakarta-client} 2: to which broker a connection leads, and what
 * happens to it. What is sent over it is seen by the modules of JMS.
 *
 * <pre>
 *  ActiveMQConnection.authorize                   OpenHandler
 *  ClientSessionFactoryImpl.callFailoverListeners FailoverHandler   it is lost, reconnected, or given up
 * </pre>
 */
package io.obsagent.instrumentation.artemis;
