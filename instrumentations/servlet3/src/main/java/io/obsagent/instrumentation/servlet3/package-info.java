/**
 * Servlet 3.0 to 4.0 here, and 5.0 to 6.1 in the module {@code servlet5}, which compiles these same sources with
 * {@code jakarta} for {@code javax}: which mapping answers a request, which exception leaves the application, and on
 * which threads an asynchronous request goes on. The request itself is the server's module's; on a container that none
 * knows it begins and ends here.
 */
package io.obsagent.instrumentation.servlet3;
