/** Javalin 4: the path of the matched endpoint is the route. The span is that of the Jetty it runs on. */
package io.obsagent.instrumentation.javalin4;
