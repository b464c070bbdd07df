/** Spring WebFlux 5 to 7: the pattern of the handler that answers is the route. */
package io.obsagent.instrumentation.webflux;
