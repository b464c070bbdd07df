/**
 * OkHttp 3.9 to 5, and what is built on it (Retrofit, Feign): one operation for a call, with the redirects, retries and
 * challenges inside it. The interceptors that an application sees are left as they are. Room for join points of OkHttp
 * and readers of its types.
 */
package io.obsagent.instrumentation.okhttp;
