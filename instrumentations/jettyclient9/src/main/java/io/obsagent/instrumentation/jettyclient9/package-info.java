/**
 * The HTTP client of Jetty 9.4 to 11: one operation for a send, with the redirects and challenges of its conversation inside
 * it. Room for join points of this client and readers of its types.
 */
package io.obsagent.instrumentation.jettyclient9;
