/**
 * Jetty 12, its core handlers and whatever runs on them (servlets of any generation): one operation for every request
 * that reaches the server, ended when the stream of its response is.
 */
package io.obsagent.instrumentation.jetty12;
