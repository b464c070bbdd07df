/**
 * {@code java.net.http.HttpClient}: one operation for a send, redirects and authentication included. Room for join
 * points of the JDK's client and readers of its types; sees JDK types only.
 */
package io.obsagent.instrumentation.javahttpclient;
