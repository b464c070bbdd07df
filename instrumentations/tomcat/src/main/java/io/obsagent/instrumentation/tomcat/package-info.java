/**
 * Tomcat 9 to 11, stand-alone and embedded: one operation for every request that reaches an adapter, deployed
 * application or not. Works on the connector's own request, which has no servlet type, so that one module serves javax
 * and jakarta.
 */
package io.obsagent.instrumentation.tomcat;
