/**
 * Netty 4.1 and 4.2 as an HTTP server, and with it reactor-netty, WebFlux, Gateway and whatever else puts Netty's HTTP
 * codec into a pipeline: a channel handler right behind the codec sees each request and its response.
 */
package io.obsagent.instrumentation.netty;
