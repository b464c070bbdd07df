/**
 * The tools behind {@code java -jar obs-agent.jar}. They run in a JVM of their own, may use all of the JDK, and are
 * never loaded in an application.
 */
package io.obsagent.tools;
