/**
 * Apache HttpClient 4: one operation for an {@code execute}, with the redirects, retries and challenges inside it. Room
 * for join points of its blocking client and readers of its types.
 */
package io.obsagent.instrumentation.apachehttpclient4;
