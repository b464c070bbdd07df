/**
 * RESTEasy 4 to 7 (JAX-RS), on whatever server it runs: the template of the matched resource method, behind those of
 * the locators that led to it, is the route.
 */
package io.obsagent.instrumentation.resteasy;
