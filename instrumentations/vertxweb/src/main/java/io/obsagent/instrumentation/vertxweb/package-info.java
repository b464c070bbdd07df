/**
 * Vert.x Web 4 and 5: the path of the last route that was tried, behind those its router is mounted under, is the
 * route. The span is that of the Netty codec below.
 */
package io.obsagent.instrumentation.vertxweb;
