/**
 * {@code java.net.HttpURLConnection} as the JDK implements it, HTTPS included (which delegates to it): one operation
 * for a connection object, from its first use to the response, redirects included. Room for its join points and
 * readers; sees JDK types only.
 */
package io.obsagent.instrumentation.httpurlconnection;
