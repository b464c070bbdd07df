/**
 * The HTTP client of reactor-netty 1, and what is built on it (Spring WebClient): one operation for a subscription, from
 * subscribing to the head of the final response, redirects and retries included. Room for join points of this client
 * and readers of its types.
 */
package io.obsagent.instrumentation.reactornetty;
