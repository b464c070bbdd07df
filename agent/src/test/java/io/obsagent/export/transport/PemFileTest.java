package io.obsagent.export.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.InvalidKeySpecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms of keys that the JDK's keytool does not write; what it writes is used in {@link TlsTest}. */
class PemFileTest {
    /** Made for this test by {@code openssl ecparam -name prime256v1 -genkey}. */
    private static final String SEC1 =
        "MHcCAQEEIEeFQ9d6CV51B/3urgmFQii51S2iQFNkMNpCDUw4mKZYoAoGCCqGSM49AwEHoUQDQgAEB2CN"
            + "b0OF/cr0pzYSefCn7r6HGn5ajCRkkN8nGB1i8VRKTpXvP5gbTIs6g+oZwO6WDQv5UX8FUu/OT8ZsyUo3"
            + "zw==";

    @TempDir Path folder;

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("key.pem"), text).toString();
    }

    private static String block(String label, String body) {
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    @Test
    void anEllipticKeyOfSec1() throws Exception {
        String parameters = block("EC PARAMETERS", "BggqhkjOPQMBBw==");

        assertThat(PemFile.privateKey(file(parameters + block("EC PRIVATE KEY", SEC1)))).isInstanceOf(ECPrivateKey.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ENCRYPTED PRIVATE KEY,AAAA,the key is encrypted",
        "RSA PRIVATE KEY,'Proc-Type: 4,ENCRYPTED',the key is encrypted",
        "CERTIFICATE,AAAA,no private key in the file",
        "PRIVATE KEY,AAAA,neither an RSA nor an EC nor an Ed25519 key",
        "EC PRIVATE KEY,MAEC,the key is cut off",
    })
    void whatCannotBeUsedIsSaid(String label, String body, String fault) throws IOException {
        String file = file(block(label, body));

        assertThatThrownBy(() -> PemFile.privateKey(file)).isInstanceOf(InvalidKeySpecException.class).hasMessage(fault);
    }
}
