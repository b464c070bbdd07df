package io.obsagent.instrumentation.jdbc;

import io.obsagent.telemetry.HistogramSeries;
import io.obsagent.telemetry.Kind;
import io.obsagent.telemetry.Layer;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.pool.Opening;
import io.obsagent.weave.Handler;
import io.obsagent.weave.Weave;
import java.sql.Connection;
import java.util.Properties;

/**
 * Opening a connection: from here on the agent knows which database it leads to. The time is recorded always; a span
 * is made only inside a request that waits for it, not for a pool that fills itself.
 */
@Weave(type = "java.sql.Driver", implementors = true, method = "connect",
        parameters = {"java.lang.String", "java.util.Properties"})
final class ConnectHandler extends Handler {
    private final JdbcTelemetry jdbc;

    ConnectHandler(JdbcTelemetry jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Object enter(Object self, Object url, Object properties, Object c, Object d) {
        if (!(url instanceof String)) {
            return null;
        }
        Operation operation = jdbc.telemetry().thread().start(Layer.DATABASE_CONNECTION, Kind.INTERNAL);
        if (operation == null) {
            return null;
        }
        DatabaseClient client = jdbc.client(DatabaseUrl.parse((String) url, (Properties) properties));
        operation.subject(client);
        if (operation.sampled()) {
            operation.name("connect " + client.target());
            operation.setAll(client.spanAttributes());
            operation.set(DatabaseAttributes.OPERATION, "connect");
        }
        operation.attach();
        return operation;
    }

    @Override
    public Object exit(Object scope, Object result, Throwable thrown) {
        Operation operation = (Operation) scope;
        operation.detach();
        DatabaseClient client = (DatabaseClient) operation.subject();
        if (result == null && thrown == null || operation.parent() == null && operation.sampled()) {
            // The driver does not take this URL; or nobody waits for it: a trace of its own would be noise.
            operation.discard();
        }
        if (result != null) {
            jdbc.opened((Connection) result, client);
            Opening opening = jdbc.opening();
            HistogramSeries createTime = opening == null ? client.createTime() : opening.createTime();
            if (operation.ended()) {
                createTime.record(System.nanoTime() - operation.startNanos());
            } else {
                operation.end(createTime);
            }
        } else if (thrown != null) {
            operation.set(DatabaseAttributes.ERROR_TYPE, thrown.getClass().getName());
            operation.error(ExceptionMessage.sanitize(thrown.getMessage()));
            operation.end(null);
        }
        return result;
    }
}
