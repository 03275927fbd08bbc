package dev.nabla.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.sshd.common.NamedResource;
import org.junit.jupiter.api.Test;

class SshTransportTest {
    @Test
    void noGroupOfTwoThousandBitsIsOffered() {
        assertThat(SshTransport.keyExchanges())
                .extracting(NamedResource::getName)
                .containsExactly(
                        "sntrup761x25519-sha512",
                        "sntrup761x25519-sha512@openssh.com",
                        "mlkem768x25519-sha256",
                        "curve25519-sha256",
                        "curve25519-sha256@libssh.org",
                        "ecdh-sha2-nistp521",
                        "ecdh-sha2-nistp384",
                        "ecdh-sha2-nistp256",
                        "diffie-hellman-group18-sha512",
                        "diffie-hellman-group16-sha512");
    }
}
