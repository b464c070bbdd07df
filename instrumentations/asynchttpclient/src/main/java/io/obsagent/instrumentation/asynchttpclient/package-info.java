/**
 * AsyncHttpClient 2 and 3: one operation for an execution, with the redirects and challenges inside it, until its
 * future is done. Room for join points of this client and readers of its types.
 */
package io.obsagent.instrumentation.asynchttpclient;
