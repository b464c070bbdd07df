package io.obsagent.instrumentation.jdbc;

import java.sql.SQLException;

/** {@code db.response.status_code} of an exception, in the form that each database's own error list uses. */
final class ErrorCode {
    private ErrorCode() {}

    /** Null when the exception carries no code. */
    static String of(SQLException exception, String systemName) {
        int vendor = exception.getErrorCode();
        switch (systemName) {
            case "mysql":
            case "mariadb":
            case "microsoft.sql_server":
                return vendor == 0 ? null : Integer.toString(vendor); // made by the driver, the server answered nothing
            case "oracle.db":
                return vendor == 0 ? null : oracle(vendor);
            default:
                return state(exception) == null && vendor != 0 ? Integer.toString(vendor) : state(exception);
        }
    }

    private static String oracle(int vendor) {
        String digits = "0000" + vendor;
        return "ORA-" + digits.substring(Math.min(digits.length() - 5, 4));
    }

    private static String state(SQLException exception) {
        String state = exception.getSQLState();
        return state == null || state.isEmpty() ? null : state;
    }
}
