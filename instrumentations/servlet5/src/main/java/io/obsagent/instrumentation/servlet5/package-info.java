/**
 * Servlet 5.0 to 6.1 ({@code jakarta}): which mapping answers a request, which exception leaves the application, and on
 * which threads an asynchronous request goes on. The request itself is the server's module's.
 */
package io.obsagent.instrumentation.servlet5;
