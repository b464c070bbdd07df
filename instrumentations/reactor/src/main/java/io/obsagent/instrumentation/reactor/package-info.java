/**
 * Reactor: the signals of a source are handled in the operation that subscribed to it, whatever thread they come from.
 *
 * <p>Only subscribers of sources are wrapped, and of operators that several subscribers share ({@code cache},
 * {@code replay}): everything between a source and the next hop between threads runs inside its signals, and Reactor's
 * schedulers hand their tasks to executors of the JDK, which have a room of their own. So a chain costs one small
 * object, and operator fusion, which sees only the subscription, works as before. Without an operation nothing is
 * wrapped.
 *
 * <p>May enter: how context follows signals. What makes or serves requests with Reactor has its own rooms.
 */
package io.obsagent.instrumentation.reactor;
