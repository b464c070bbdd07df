/**
 * Apache HttpAsyncClient 4.1: one operation for an {@code execute}, with the redirects and challenges inside it. Room
 * for join points of this client and readers of its types.
 */
package io.obsagent.instrumentation.apachehttpasyncclient4;
