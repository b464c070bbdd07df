package io.obsagent.export.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates made by the JDK's keytool while the tests run. */
public final class Certificates {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path folder;

    public Certificates(Path folder) {
        this.folder = folder;
    }

    /** A key pair with a certificate of its own, valid for {@code localhost} unless {@code options} say otherwise. */
    public KeyStore make(String name, String... options) throws IOException, GeneralSecurityException {
        return generate(name, name, Arrays.asList(options));
    }

    /** A key pair whose certificate is signed by {@code authority}, made here before. */
    public KeyStore makeSigned(String name, KeyStore authority, String... options) throws IOException, GeneralSecurityException {
        String signer = authority.aliases().nextElement();
        List<String> all = new ArrayList<>(Arrays.asList(options));
        all.addAll(Arrays.asList("-signer", signer));
        KeyStore both = generate(signer, name, all);
        both.deleteEntry(signer);
        return both;
    }

    private KeyStore generate(String file, String alias, List<String> options) throws IOException, GeneralSecurityException {
        Path path = folder.resolve(file + ".p12");
        List<String> command = new ArrayList<>(Arrays.asList(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", alias,
            "-dname", "CN=" + alias, "-keystore", path.toString(), "-storepass", new String(PASSWORD), "-storetype", "PKCS12"));
        addUnlessGiven(command, options, "-keyalg", "RSA");
        addUnlessGiven(command, options, "-ext", "san=dns:localhost,ip:127.0.0.1");
        command.addAll(options);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(output);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(path)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    /** A server that shows {@code identity} and, when {@code clients} is not null, wants a certificate of these. */
    public static SSLContext server(KeyStore identity, KeyStore clients) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(identity, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(clients == null ? identity : clients);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    public String certificateFile(KeyStore store) throws IOException, GeneralSecurityException {
        Certificate certificate = store.getCertificate(store.aliases().nextElement());
        return pem(store, "crt", "CERTIFICATE", certificate.getEncoded());
    }

    /** PKCS#8. */
    public String keyFile(KeyStore store) throws IOException, GeneralSecurityException {
        return pem(store, "key", "PRIVATE KEY", key(store).getEncoded());
    }

    /** The inner key of PKCS#8 alone: PKCS#1 for RSA, SEC 1 for elliptic curves. */
    public String oldKeyFile(KeyStore store, String label) throws IOException, GeneralSecurityException {
        byte[] pkcs8 = key(store).getEncoded();
        // SEQUENCE { INTEGER 0, SEQUENCE { algorithm }, OCTET STRING { the inner key } }
        int algorithm = header(pkcs8, 0) + 3;
        int octets = algorithm + header(pkcs8, algorithm) + length(pkcs8, algorithm);
        int start = octets + header(pkcs8, octets);
        return pem(store, "old.key", label, Arrays.copyOfRange(pkcs8, start, start + length(pkcs8, octets)));
    }

    private static PrivateKey key(KeyStore store) throws GeneralSecurityException {
        return (PrivateKey) store.getKey(store.aliases().nextElement(), PASSWORD);
    }

    private static int header(byte[] der, int at) {
        return der[at + 1] >= 0 ? 2 : 2 + (der[at + 1] & 0x7f);
    }

    private static int length(byte[] der, int at) {
        if (der[at + 1] >= 0) {
            return der[at + 1];
        }
        int length = 0;
        for (int i = 0; i < (der[at + 1] & 0x7f); i++) {
            length = length << 8 | der[at + 2 + i] & 0xff;
        }
        return length;
    }

    private String pem(KeyStore store, String ending, String label, byte[] content) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(("a comment before\n-----BEGIN " + label + "-----\n").getBytes(StandardCharsets.US_ASCII));
        text.writeBytes(Base64.getMimeEncoder().encode(content));
        text.writeBytes(("\n-----END " + label + "-----\n").getBytes(StandardCharsets.US_ASCII));
        return Files.write(folder.resolve(store.aliases().nextElement() + "." + ending), text.toByteArray()).toString();
    }

    private static void addUnlessGiven(List<String> command, List<String> given, String option, String value) {
        if (!given.contains(option)) {
            command.add(option);
            command.add(value);
        }
    }
}
