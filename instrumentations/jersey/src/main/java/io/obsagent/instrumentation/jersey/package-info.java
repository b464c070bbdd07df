/** Jersey 2 to 4 (JAX-RS), on whatever server it runs: the templates of the matched resources are the route. */
package io.obsagent.instrumentation.jersey;
