/**
 * Helidon 4, over HTTP/1.1 and HTTP/2: one operation for every request that is routed, on the virtual thread that serves
 * it; the pattern of the route that answers, behind those of the services it stands in, is the route. The handshake of a
 * WebSocket is an operation too.
 */
package io.obsagent.instrumentation.helidon;
