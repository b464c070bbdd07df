package io.obsagent.instrumentation.reactornetty;

import io.netty.handler.codec.http.HttpHeaders;
import io.obsagent.telemetry.http.HttpClientOperation;
import io.obsagent.telemetry.propagation.Getter;
import io.obsagent.telemetry.propagation.Setter;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import reactor.netty.http.client.HttpClientRequest;

/** The last moment before the headers go out, when everybody else has set his. */
@Weave(type = "reactor.netty.http.client.HttpClientOperations", method = "beforeMarkSentHeaders", parameters = {})
final class HeadersHandler extends Handler {
    private static final Setter<HttpHeaders> SET = (headers, name, value) -> headers.set(name, value);
    private static final Getter<HttpHeaders> GET = (headers, name) ->
            headers.contains(name) ? String.join(",", headers.getAll(name)) : null;

    private final Exchanges exchanges;

    HeadersHandler(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    @Override
    public Object enter(Object self, Object a, Object b, Object c, Object d) {
        Exchange exchange = exchanges.sentBy(self);
        HttpClientOperation operation = exchange == null ? null : exchange.operation;
        if (operation != null) {
            HttpHeaders headers = ((HttpClientRequest) self).requestHeaders();
            operation.inject(headers, SET);
            operation.capture(headers, GET);
        }
        return null;
    }
}
