/** Undertow 2, with and without servlets: one operation for every exchange, ended when the exchange is complete. */
package io.obsagent.instrumentation.undertow;
