/**
 * The HTTP client of Vert.x 4 and 5, and what is built on it (WebClient): one operation for a request, from asking the
 * client for it, which connects, to the head of the final response, redirects included. Room for join points of this
 * client and readers of its types.
 *
 * <pre>
 *  HttpClient.request       starts; the wait for a connection is part of the call, and so is its failure
 *  future of the request    now there is an object that headers can be put into
 *  first write              headers
 *  response or failure      ends; a redirect's request joins the call of the one before, whether this client
 *                           follows it or WebClient does
 *  head, body, failure      the application's handlers run for whoever made the call
 * </pre>
 */
package io.obsagent.instrumentation.vertxclient;
