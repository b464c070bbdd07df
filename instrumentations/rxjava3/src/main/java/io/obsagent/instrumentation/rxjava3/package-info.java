/**
 * RxJava 3: the signals of a source are handled in the operation that subscribed to it, whatever thread they come from.
 *
 * <p>Only observers of sources are wrapped, and of operators that several observers share ({@code cache},
 * {@code replay}, {@code publish}): everything between a source and the next hop between threads runs inside its
 * signals, and the schedulers hand their tasks to executors of the JDK, which have a room of their own. Operator fusion
 * works as before, for it sees only what {@code onSubscribe} passes through. Without an operation nothing is wrapped.
 *
 * <p>May enter: how context follows signals. What makes or serves requests with RxJava has its own rooms.
 */
package io.obsagent.instrumentation.rxjava3;
