package io.obsagent.instrumentation.apachehttpclient5;

import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.telemetry.http.HttpClientTelemetry;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;

/** Starts calls, with the headers of the trace in their requests. */
final class Calls {
    private final HttpClientTelemetry client;
    private final RequestReader requests = new RequestReader();
    private final CallReader calls = new CallReader();
    private final Headers headers = new Headers();

    Calls(HttpClientTelemetry client) {
        this.client = client;
    }

    /**
     * @param target null where the request tells by itself
     * @return null for what is to be left alone
     */
    HttpClientOperation start(HttpHost target, HttpRequest request) {
        HttpClientOperation operation = null;
        if (request.getAuthority() != null) {
            operation = client.start(request, requests);
        } else if (target != null) {
            operation = client.start(new Call(target, request), calls);
        }
        if (operation != null) {
            operation.inject(request, headers);
        }
        return operation;
    }
}
