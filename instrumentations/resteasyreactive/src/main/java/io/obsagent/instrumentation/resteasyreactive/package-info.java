/**
 * RESTEasy Reactive (Quarkus REST) on Vert.x: the template of the matched resource method, behind those of its class and
 * of the locators that led to it, is the route.
 */
package io.obsagent.instrumentation.resteasyreactive;
