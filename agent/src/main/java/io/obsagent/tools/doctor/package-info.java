/**
 * {@code java -jar obs-agent.jar doctor}: looks at a JVM, a container's file system or this machine before the agent is
 * rolled out, and says what to change. Never loaded under {@code -javaagent}, so it may use what it likes of the JDK.
 *
 * <p>A {@link io.obsagent.tools.doctor.Target} holds what is known, each {@link io.obsagent.tools.doctor.Check} adds
 * findings to the {@link io.obsagent.tools.doctor.Report}. What may enter: checks of things that stop the agent, or the
 * JVM because of the agent, outside the application's own code.
 */
package io.obsagent.tools.doctor;
