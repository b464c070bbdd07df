/**
 * Task queues of libraries: Netty's event loops, the ordered blocking tasks of Vert.x, Guava's sequential executor, the
 * pool of JBoss that runs what Undertow dispatches.
 *
 * <p>Where many tasks share one run of a queue on some executor, the operation of whoever started that run is the wrong
 * one for all the others: so each task carries its own, like a task of the JDK.
 *
 * <p>Callbacks of Vert.x's futures are such tasks too: they run where the future is completed. A future with several
 * callbacks calls them all at once, and those run without.
 *
 * <p>May enter: queues that run tasks of several owners one after another. Servers, clients and reactive chains have
 * their own rooms.
 */
package io.obsagent.instrumentation.taskqueues;
