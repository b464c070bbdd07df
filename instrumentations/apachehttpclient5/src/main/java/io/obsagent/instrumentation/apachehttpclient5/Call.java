package io.obsagent.instrumentation.apachehttpclient5;

import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;

/** A request that is relative to its target. */
final class Call {
    final HttpHost target;
    final HttpRequest request;

    Call(HttpHost target, HttpRequest request) {
        this.target = target;
        this.request = request;
    }
}
