package io.obsagent.instrumentation.jdbc;

import io.obsagent.telemetry.Kind;
import io.obsagent.telemetry.Layer;
import io.obsagent.telemetry.MessageCleaner;
import io.obsagent.telemetry.Operation;
import io.obsagent.telemetry.ThreadState;
import io.obsagent.weave.Handler;
import java.sql.SQLException;
import java.sql.Statement;

/** A handler around something that a statement executes: one operation, one record. */
abstract class Execution extends Handler {
    private static final MessageCleaner CLEANER = new MessageCleaner() {
        @Override
        public String clean(String message) {
            return ExceptionMessage.sanitize(message);
        }
    };

    final JdbcTelemetry jdbc;

    Execution(JdbcTelemetry jdbc) {
        this.jdbc = jdbc;
    }

    /** Starts the operation; null when this call is part of another one. */
    final Operation start(StatementQuery query) {
        ThreadState thread = jdbc.telemetry().thread();
        Operation outer = thread.current();
        if (outer != null && outer.layer() == Layer.DATABASE_CONNECTION) {
            return null; // what a driver runs to open a connection is not the application's
        }
        Operation operation = thread.start(Layer.DATABASE, Kind.CLIENT);
        if (operation == null) {
            return null;
        }
        if (operation.sampled()) {
            operation.name(query.name());
            operation.setAll(query.spanAttributes());
        }
        operation.subject(query);
        operation.attach();
        return operation;
    }

    final StatementQuery queryOf(Object statement) {
        return jdbc.queryOf((Statement) statement);
    }

    @Override
    public final Object exit(Object scope, Object result, Throwable thrown) {
        Operation operation = (Operation) scope;
        operation.detach();
        StatementQuery query = (StatementQuery) operation.subject();
        if (thrown == null) {
            operation.end(query.series());
            jdbc.fetches().began(result, query);
        } else {
            fail(operation, query, thrown);
        }
        return result;
    }

    private static void fail(Operation operation, StatementQuery query, Throwable thrown) {
        String statusCode = thrown instanceof SQLException
                ? ErrorCode.of((SQLException) thrown, query.client().database().systemName())
                : null;
        String errorType = statusCode == null ? thrown.getClass().getName() : statusCode;
        if (operation.sampled()) {
            operation.set(DatabaseAttributes.STATUS_CODE, statusCode);
            operation.set(DatabaseAttributes.ERROR_TYPE, errorType);
            operation.error(ExceptionMessage.sanitize(thrown.getMessage()));
            operation.exception(thrown, CLEANER);
        }
        operation.end(query.failures(statusCode, errorType));
    }
}
