/**
 * Qpid JMS, {@code org.apache.qpid:qpid-jms-client} 1 and 2: to which broker a connection leads, and what happens to it. What
 * is sent over it is seen by the modules of JMS.
 *
 * <pre>
 *  JmsConnection.onConnectionEstablished, onConnectionRestored    OpenHandler   at which address
 *  JmsConnection.onConnectionInterrupted, onConnectionFailure     LossHandler
 * </pre>
 */
package io.obsagent.instrumentation.qpidjms;
