package io.obsagent.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.export.transport.Otlp;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** Each fault of the way names what a user can change. */
class FailureTest {
    private static String describe(Throwable failure) {
        return Failure.describe(failure, Otlp.settings("endpoint", "https://backend:4318", "timeout", "7s", "certificate", "ca.pem"));
    }

    @Test
    void theHost() {
        assertThat(describe(new UnknownHostException("backend: Name or service not known"))).isEqualTo("host backend is not known");
    }

    @Test
    void thePort() {
        assertThat(describe(new ConnectException("Connection refused"))).isEqualTo("nothing listens there (Connection refused)");
    }

    @Test
    void theTimeout() {
        assertThat(describe(new SocketTimeoutException("no answer in time"))).isEqualTo("no answer in time (-Dotel.exporter.otlp.timeout=7000)");
    }

    @Test
    void theAuthorities() {
        SSLHandshakeException failure = new SSLHandshakeException("PKIX path building failed");
        failure.initCause(new IOException("unable to find valid certification path"));

        assertThat(describe(failure)).isEqualTo(
            "TLS failed: unable to find valid certification path; trusted are the authorities of -Dotel.exporter.otlp.certificate=ca.pem");
    }

    @Test
    void theClientCertificate() {
        assertThat(describe(new SSLHandshakeException("Received fatal alert: certificate_required")))
            .contains("otel.exporter.otlp.client.key", "otel.exporter.otlp.client.certificate");
    }

    @Test
    void theScheme() {
        assertThat(describe(new SSLHandshakeException("Unsupported or unrecognized SSL message"))).contains("http://");
    }

    @Test
    void theProtocol() {
        assertThat(describe(new SSLHandshakeException("Received fatal alert: no_application_protocol"))).contains("http/protobuf");
    }

    @Test
    void whatHasNoMessageHasAtLeastAName() {
        assertThat(describe(new IOException())).isEqualTo("java.io.IOException");
    }
}
