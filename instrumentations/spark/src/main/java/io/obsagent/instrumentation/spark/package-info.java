/** Spark 2.9: the path of the matched route is the route. The span is that of the Jetty it runs on. */
package io.obsagent.instrumentation.spark;
