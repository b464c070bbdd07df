package io.obsagent.export.transport;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;

/**
 * Certificates and private keys in PEM files (RFC 7468). Keys may be PKCS#8, or the older PKCS#1 of RSA and SEC 1 of
 * elliptic curves, which are wrapped into PKCS#8 because the JVM reads nothing else.
 */
final class PemFile {
    private static final int LONGEST = 1 << 20;
    private static final String[] ALGORITHMS = {"RSA", "EC", "Ed25519", "RSASSA-PSS"};
    private static final byte[] VERSION_0 = {2, 1, 0};
    /** SEQUENCE { OID 1.2.840.113549.1.1.1, NULL } */
    private static final byte[] RSA = {0x30, 13, 6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 13, 1, 1, 1, 5, 0};
    /** OID 1.2.840.10045.2.1 */
    private static final byte[] EC = {6, 7, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};

    private PemFile() {}

    static Collection<? extends Certificate> certificates(String path) throws IOException, GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        Collection<? extends Certificate> found = factory.generateCertificates(new ByteArrayInputStream(read(path)));
        if (found.isEmpty()) {
            throw new CertificateException("no certificate in the file");
        }
        return found;
    }

    static PrivateKey privateKey(String path) throws IOException, GeneralSecurityException {
        String text = new String(read(path), StandardCharsets.ISO_8859_1);
        byte[] der = block(text, "PRIVATE KEY");
        if (der == null) {
            byte[] rsa = block(text, "RSA PRIVATE KEY");
            byte[] ec = block(text, "EC PRIVATE KEY");
            if (rsa == null && ec == null) {
                throw new InvalidKeySpecException(text.contains("ENCRYPTED") ? "the key is encrypted" : "no private key in the file");
            }
            der = rsa != null ? pkcs8(RSA, rsa) : pkcs8(der(0x30, EC, curve(ec)), ec);
        }
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
            } catch (GeneralSecurityException e) {
                // Which algorithm it is stands inside the key; the factories look there and refuse each other's.
                continue;
            }
        }
        throw new InvalidKeySpecException("neither an RSA nor an EC nor an Ed25519 key");
    }

    private static byte[] block(String text, String label) throws InvalidKeySpecException {
        String begin = "-----BEGIN " + label + "-----";
        int start = text.indexOf(begin);
        int end = text.indexOf("-----END " + label + "-----");
        if (start < 0 || end < start) {
            return null;
        }
        String body = text.substring(start + begin.length(), end);
        if (body.contains("ENCRYPTED")) {
            throw new InvalidKeySpecException("the key is encrypted");
        }
        try {
            return Base64.getMimeDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw new InvalidKeySpecException("the key is not in base64");
        }
    }

    private static byte[] pkcs8(byte[] algorithm, byte[] key) {
        return der(0x30, VERSION_0, algorithm, der(4, key));
    }

    /** The named curve of a SEC 1 key: SEQUENCE { 1, OCTET STRING, [0] { OID } }. */
    private static byte[] curve(byte[] key) throws InvalidKeySpecException {
        try {
            int sequence = (key[1] & 0x80) == 0 ? 2 : 2 + (key[1] & 0x7f);
            int octets = sequence + 3;
            int tagged = octets + 2 + key[octets + 1];
            if (key[tagged] == (byte) 0xa0) {
                return Arrays.copyOfRange(key, tagged + 2, tagged + 2 + key[tagged + 1]);
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new InvalidKeySpecException("the key is cut off");
        }
        throw new InvalidKeySpecException("the key does not name its curve");
    }

    /** One ASN.1 value in DER: tag, length, the parts one after the other. */
    private static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.write(part, 0, part.length);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.size() + 4);
        out.write(tag);
        int length = content.size();
        if (length < 0x80) {
            out.write(length);
        } else if (length < 0x100) {
            out.write(0x81);
            out.write(length);
        } else {
            out.write(0x82);
            out.write(length >> 8);
            out.write(length);
        }
        out.write(content.toByteArray(), 0, length);
        return out.toByteArray();
    }

    private static byte[] read(String path) throws IOException {
        try (InputStream in = new FileInputStream(path)) {
            return in.readNBytes(LONGEST);
        }
    }
}
