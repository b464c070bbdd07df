package io.obsagent.smoke.http.client;

import io.obsagent.smoke.harness.Jdks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The key of a server on this machine, in one file that serves the clients as their trust store too. */
final class ServerKey {
    static final String PASSWORD = "secret";
    static final Path STORE = make();

    private ServerKey() {}

    private static Path make() {
        try {
            Path folder = Files.createTempDirectory("server-key");
            Path store = folder.resolve("key.p12");
            folder.toFile().deleteOnExit();
            store.toFile().deleteOnExit();
            Process keytool = new ProcessBuilder(Jdks.current().java().resolveSibling("keytool").toString(),
                    "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost",
                    "-ext", "san=dns:localhost", "-storetype", "PKCS12", "-storepass", PASSWORD,
                    "-keystore", store.toString()).redirectErrorStream(true).start();
            String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
