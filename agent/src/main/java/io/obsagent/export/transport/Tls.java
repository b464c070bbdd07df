package io.obsagent.export.transport;

import io.obsagent.config.AgentLog;
import io.obsagent.config.Keys;
import io.obsagent.config.OtlpSettings;
import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.Collection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * TLS as the settings of one signal want it: authorities and client identity from PEM files, where given, read again
 * when a file has changed, so that rotated keys need no restart. The default {@code SSLContext} of the JVM is neither
 * used nor created: creating it would fix the application's trust store before the application has named one. Not thread-safe.
 */
final class Tls {
    private static final char[] NO_PASSWORD = {};

    private final OtlpSettings settings;
    private SSLSocketFactory sockets;
    private long stamp;

    Tls(OtlpSettings settings) {
        this.settings = settings;
    }

    /** @throws ConfigurationException a file is missing or is not what its setting asks for */
    SSLSocketFactory sockets() throws ConfigurationException {
        long current = stamp(settings.certificate) ^ stamp(settings.clientKey) * 31 ^ stamp(settings.clientCertificate) * 961;
        if (sockets == null || current != stamp) {
            try {
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(identity(), authorities(), null);
                if (sockets != null) {
                    AgentLog.info("certificate files have changed: reading them again for " + settings.endpoint);
                }
                sockets = context.getSocketFactory();
                stamp = current;
            } catch (GeneralSecurityException | IOException e) {
                if (e instanceof ConfigurationException) {
                    throw (ConfigurationException) e;
                }
                throw new ConfigurationException("TLS cannot be set up: " + AgentLog.describe(e), e);
            }
        }
        return sockets;
    }

    /** Null for the JVM's own. */
    private TrustManager[] authorities() throws GeneralSecurityException, IOException {
        if (settings.certificate == null) {
            return null;
        }
        KeyStore store = emptyStore();
        int number = 0;
        for (Certificate certificate : certificates(settings.certificate, settings.origin(Keys.OTLP_CERTIFICATE))) {
            store.setCertificateEntry("authority-" + number++, certificate);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    /** Null for none. */
    private KeyManager[] identity() throws GeneralSecurityException, IOException {
        if (settings.clientKey == null && settings.clientCertificate == null) {
            return null;
        }
        String keySetting = settings.origin(Keys.OTLP_CLIENT_KEY);
        String certificateSetting = settings.origin(Keys.OTLP_CLIENT_CERTIFICATE);
        if (settings.clientKey == null || settings.clientCertificate == null) {
            throw new ConfigurationException("mTLS needs both " + keySetting + " and " + certificateSetting, null);
        }
        Certificate[] chain = certificates(settings.clientCertificate, certificateSetting).toArray(new Certificate[0]);
        PrivateKey key;
        try {
            key = PemFile.privateKey(settings.clientKey);
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(keySetting, settings.clientKey, "a private key", e);
        }
        KeyStore store = emptyStore();
        store.setKeyEntry("client", key, NO_PASSWORD, chain);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static Collection<? extends Certificate> certificates(String path, String setting) throws ConfigurationException {
        try {
            return PemFile.certificates(path);
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(setting, path, "a certificate", e);
        }
    }

    private static ConfigurationException unusable(String setting, String path, String wanted, Exception cause) {
        return new ConfigurationException(
            setting + "=" + path + " does not give " + wanted + " in PEM form (" + cause.getMessage() + ")", cause);
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static long stamp(String path) {
        return path == null ? 0 : new File(path).lastModified();
    }
}
