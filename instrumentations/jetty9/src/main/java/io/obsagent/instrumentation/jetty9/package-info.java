/**
 * Jetty 9.4 to 11, handlers with and without servlets: one operation for every request that reaches the server. Its
 * request type is the same class for javax and jakarta, and only methods that exist in both are used.
 */
package io.obsagent.instrumentation.jetty9;
