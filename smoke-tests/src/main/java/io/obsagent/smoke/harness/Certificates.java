package io.obsagent.smoke.harness;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Key pairs for {@code localhost}, each with a certificate of its own, made by the JDK's keytool in a folder. */
public final class Certificates {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path folder;
    private final String name;
    private final KeyStore store;

    private Certificates(Path folder, String name) throws IOException, GeneralSecurityException {
        this.folder = folder;
        this.name = name;
        Path file = folder.resolve(name + ".p12");
        AppProcess keytool = JavaApp.bare().program(Jdks.current().home().resolve("bin/keytool")).run("-genkeypair",
                "-alias", name, "-dname", "CN=" + name, "-keyalg", "EC", "-ext", "san=dns:localhost", "-keystore",
                file.toString(), "-storetype", "PKCS12", "-storepass", new String(PASSWORD));
        keytool.expectExit(0);
        store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
    }

    /** A new key pair. */
    public static Certificates make(Path folder, String name) {
        try {
            return new Certificates(folder, name);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The certificate as a PEM file. */
    public String certificateFile() throws IOException, GeneralSecurityException {
        return pem("crt", "CERTIFICATE", store.getCertificate(name).getEncoded());
    }

    /** The private key as a PEM file. */
    public String keyFile() throws IOException, GeneralSecurityException {
        return pem("key", "PRIVATE KEY", store.getKey(name, PASSWORD).getEncoded());
    }

    private String pem(String ending, String label, byte[] content) throws IOException {
        String text = "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(content)
                + "\n-----END " + label + "-----\n";
        return Files.writeString(folder.resolve(name + "." + ending), text).toString();
    }

    /** What a server needs that shows this certificate and trusts those of {@code clients}. */
    public SSLContext serverTrusting(Certificates clients) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(clients.store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
