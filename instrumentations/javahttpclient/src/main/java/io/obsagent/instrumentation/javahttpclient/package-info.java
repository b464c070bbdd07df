/**
 * {@code java.net.http.HttpClient}: one operation for a send, redirects and authentication included. The headers of the
 * trace go where the client keeps those that it adds itself, so that the application finds its requests as it made
 * them. Room for join points of the JDK's client and readers of its types; sees JDK types only.
 */
package io.obsagent.instrumentation.javahttpclient;
