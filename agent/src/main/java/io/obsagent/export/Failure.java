package io.obsagent.export;

import io.obsagent.config.AgentLog;
import io.obsagent.config.Keys;
import io.obsagent.config.OtlpSettings;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Says in one line what went wrong on the way to a backend, and which setting to look at. */
final class Failure {
    private Failure() {}

    static String describe(Throwable failure, OtlpSettings settings) {
        if (failure instanceof UnknownHostException) {
            return "host " + settings.endpoint.host + " is not known";
        }
        if (failure instanceof ConnectException) {
            return "nothing listens there (" + failure.getMessage() + ")";
        }
        if (failure instanceof SocketTimeoutException) {
            return failure.getMessage() + " (" + settings.origin(Keys.OTLP_TIMEOUT) + "=" + settings.timeoutMillis + ")";
        }
        if (failure instanceof SSLException) {
            return "TLS failed: " + tls(failure, settings);
        }
        String message = failure.getMessage();
        return message == null ? AgentLog.describe(failure) : message;
    }

    private static String tls(Throwable failure, OtlpSettings settings) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains("Unsupported or unrecognized SSL message") || message.contains("plaintext connection")) {
            return "the port speaks no TLS, should the endpoint start with http://?";
        }
        if (message.contains("no_application_protocol")) {
            return "the port speaks no HTTP/2, is it that of otel.exporter.otlp.protocol=http/protobuf?";
        }
        if (message.contains("bad_certificate") || message.contains("certificate_required") || message.contains("handshake_failure")) {
            return message + "; does the backend want a client certificate (" + settings.origin(Keys.OTLP_CLIENT_KEY) + ", "
                    + settings.origin(Keys.OTLP_CLIENT_CERTIFICATE) + ")?";
        }
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage() + "; trusted are the authorities of " + settings.origin(Keys.OTLP_CERTIFICATE)
                + (settings.certificate == null ? " (unset: the JVM's)" : "=" + settings.certificate);
    }
}
