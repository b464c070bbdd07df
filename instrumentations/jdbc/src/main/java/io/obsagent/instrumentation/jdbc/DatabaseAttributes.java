package io.obsagent.instrumentation.jdbc;

import io.obsagent.telemetry.AttributeKey;

/** Names of the database attributes, stable and old. */
final class DatabaseAttributes {
    static final AttributeKey<String> SYSTEM = AttributeKey.string("db.system.name");
    static final AttributeKey<String> NAMESPACE = AttributeKey.string("db.namespace");
    static final AttributeKey<String> OPERATION = AttributeKey.string("db.operation.name");
    static final AttributeKey<String> SUMMARY = AttributeKey.string("db.query.summary");
    static final AttributeKey<String> TEXT = AttributeKey.string("db.query.text");
    static final AttributeKey<String> STORED_PROCEDURE = AttributeKey.string("db.stored_procedure.name");
    static final AttributeKey<Long> BATCH_SIZE = AttributeKey.number("db.operation.batch.size");
    static final AttributeKey<String> STATUS_CODE = AttributeKey.string("db.response.status_code");
    static final AttributeKey<String> ERROR_TYPE = AttributeKey.string("error.type");
    static final AttributeKey<String> SERVER_ADDRESS = AttributeKey.string("server.address");
    static final AttributeKey<Long> SERVER_PORT = AttributeKey.number("server.port");

    /** The names of before the stable conventions, under {@code OTEL_SEMCONV_STABILITY_OPT_IN=database/dup}. */
    static final AttributeKey<String> OLD_SYSTEM = AttributeKey.string("db.system");
    static final AttributeKey<String> OLD_NAME = AttributeKey.string("db.name");
    static final AttributeKey<String> OLD_STATEMENT = AttributeKey.string("db.statement");
    static final AttributeKey<String> OLD_OPERATION = AttributeKey.string("db.operation");

    private DatabaseAttributes() {}

    /** What {@code db.system} called a database that now has another {@code db.system.name}. */
    static String oldSystem(String systemName) {
        switch (systemName) {
            case "h2database":
                return "h2";
            case "oracle.db":
                return "oracle";
            case "microsoft.sql_server":
                return "mssql";
            case "ibm.db2":
                return "db2";
            case "sap.hana":
                return "hanadb";
            case "firebirdsql":
                return "firebird";
            case "aws.redshift":
                return "redshift";
            default:
                return systemName;
        }
    }
}
