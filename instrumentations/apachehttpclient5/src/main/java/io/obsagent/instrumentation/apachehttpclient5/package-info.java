/**
 * Apache HttpClient 5, blocking and asynchronous: one operation for an {@code execute}, with the redirects, retries and
 * challenges inside it. Room for join points of its clients and readers of its types.
 */
package io.obsagent.instrumentation.apachehttpclient5;
