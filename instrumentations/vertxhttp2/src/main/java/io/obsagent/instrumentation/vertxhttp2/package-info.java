/**
 * Vert.x 4 and 5 as a server over HTTP/2. Vert.x reads and writes frames on the connection's own channel, so there is no
 * pipeline of a request to sit in, as there is for others on Netty: the frames themselves are followed. Only Vert.x's
 * connections are, since gRPC's look the same.
 */
package io.obsagent.instrumentation.vertxhttp2;
