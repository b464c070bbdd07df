/**
 * {@code com.sun.net.httpserver}: one operation for every exchange that finds a context, named by it, ended with the
 * response's last byte.
 */
package io.obsagent.instrumentation.jdkhttpserver;
