package io.obsagent.smoke.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.obsagent.smoke.harness.AppProcess;
import io.obsagent.smoke.harness.AppSources;
import io.obsagent.smoke.harness.Certificates;
import io.obsagent.smoke.harness.JavaApp;
import io.obsagent.smoke.harness.Libraries;
import io.obsagent.smoke.otlp.OtlpReceiver;
import io.obsagent.smoke.otlp.OtlpRequest.Transport;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Export to a backend that is spoken to over TLS and may want to know who speaks, by both protocols. */
class ExportOverTlsTest {
    private static final String URL = "jdbc:h2:mem:shop";
    private static final String CERTIFICATE = "OTEL_EXPORTER_OTLP_CERTIFICATE";

    @TempDir
    private static Path folder;

    private static Certificates server;
    private static Certificates client;

    private final JavaApp app = JavaApp.of("JdbcCalls",
            AppSources.compile(Libraries.resolve("com.h2database:h2:2.2.224"), "jdbc")).withAgent();

    @BeforeAll
    static void makeCertificates() {
        server = Certificates.make(folder, "server");
        client = Certificates.make(folder, "client");
    }

    private OtlpReceiver receiver(boolean clientCertificateNeeded) throws GeneralSecurityException {
        return OtlpReceiver.startTls(server.serverTrusting(client), clientCertificateNeeded);
    }

    private JavaApp exporting(OtlpReceiver receiver, Transport transport) {
        return transport == Transport.GRPC ? app.exportOverGrpcTo(receiver) : app.exportTo(receiver);
    }

    private static void expectAllCalls(JavaApp app, OtlpReceiver receiver, Transport transport) {
        JdbcScenario.runToItsEnd(app, receiver.received(), JdbcScenario.ALL_CALLS, URL).expectCalmAgent();

        JdbcScenario.expectAllCalls(receiver.received(), "h2database");
        assertThat(receiver.received().requests()).isNotEmpty()
                .allSatisfy(request -> assertThat(request.transport()).isEqualTo(transport));
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void theNamedAuthorityIsTrusted(Transport transport) throws Exception {
        try (OtlpReceiver receiver = receiver(false)) {
            expectAllCalls(exporting(receiver, transport).env(CERTIFICATE, server.certificateFile()), receiver, transport);
        }
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void theAgentShowsItsCertificate(Transport transport) throws Exception {
        try (OtlpReceiver receiver = receiver(true)) {
            expectAllCalls(exporting(receiver, transport).env(CERTIFICATE, server.certificateFile())
                    .env("OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE", client.certificateFile())
                    .env("OTEL_EXPORTER_OTLP_CLIENT_KEY", client.keyFile()), receiver, transport);
        }
    }

    /** What is given for one signal wins over the common setting, which would fail here. */
    @Test
    void eachSignalMayHaveItsOwnFiles() throws Exception {
        try (OtlpReceiver receiver = receiver(true)) {
            JavaApp exporting = exporting(receiver, Transport.HTTP).env(CERTIFICATE, client.certificateFile());
            for (String signal : new String[] {"TRACES", "METRICS"}) {
                String prefix = "OTEL_EXPORTER_OTLP_" + signal + "_";
                exporting.env(prefix + "CERTIFICATE", server.certificateFile())
                        .env(prefix + "CLIENT_CERTIFICATE", client.certificateFile())
                        .env(prefix + "CLIENT_KEY", client.keyFile());
            }
            expectAllCalls(exporting, receiver, Transport.HTTP);
        }
    }

    /** The application runs on; each of the two signals has one line, and nothing was sent. */
    @ParameterizedTest
    @EnumSource(Transport.class)
    void aWrongAuthorityIsALineThatNamesTheSetting(Transport transport) throws Exception {
        try (OtlpReceiver receiver = receiver(false)) {
            expectOneLineForEachSignal(exporting(receiver, transport).env(CERTIFICATE, client.certificateFile()), CERTIFICATE);
            assertThat(receiver.received().requests()).isEmpty();
        }
    }

    @Test
    void aMissingFileIsALineThatNamesTheSetting() throws Exception {
        try (OtlpReceiver receiver = receiver(false)) {
            expectOneLineForEachSignal(exporting(receiver, Transport.HTTP).env(CERTIFICATE, "/no/such/file"),
                    CERTIFICATE + "=/no/such/file");
        }
    }

    private static void expectOneLineForEachSignal(JavaApp app, String named) {
        AppProcess process = app.run(URL).expectExit(0);

        for (String what : new String[] {" spans dropped", " data points dropped"}) {
            assertThat(process.agentLines()).filteredOn(line -> line.contains(" WARN ") && line.contains(what))
                    .singleElement().asString().contains(named);
        }
    }
}
