package io.obsagent.instrumentation.reactornetty;

import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;

/** Where an attempt is prepared: the first, and one for each redirect and retry. */
@Weave(type = "reactor.netty.http.client.HttpClientConnect$HttpClientHandler", method = "requestWithBody", arguments = 0)
final class AttemptHandler extends Handler {
    private final Exchanges exchanges;

    AttemptHandler(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    @Override
    public Object enter(Object self, Object attempt, Object b, Object c, Object d) {
        Exchange exchange = exchanges.attemptedBy(self, attempt);
        if (exchange != null && exchange.operation != null) {
            exchange.operation.attempted();
        }
        return null;
    }
}
