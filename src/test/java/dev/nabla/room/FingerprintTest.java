package dev.nabla.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.room.Account.Fingerprint;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
    private static final String ADA =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE6xzZDu7SsNO9EWulroGQEDpfX915Qi0yklLCh1XxWm";

    /** What {@code ssh-keygen -l} of OpenSSH 10.0 says of the same keys. */
    @ParameterizedTest
    @CsvSource({
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE6xzZDu7SsNO9EWulroGQEDpfX915Qi0yklLCh1XxWm ada,"
                + " SHA256:n/HQ5cVBwWZvYEQVgCZyi+i9hzboUZQ+cN9QL4flqxg",
        "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAA"
                + "BBBLgNx2qXSSvCMM59IhHlMUUBlQxIEeBo44EqRL8EexJOEIap3rZNcadOm0mo9QE8E7urq8oIBLbedi98kbT39dw=, SHA256:Uc4cIbX+4KaCy/tLf9NB8HPe9aoTnSGFyNcotZoDcjQ"
    })
    void itIsWhatOpenSshSays(String line, String fingerprint) {
        assertThat(Fingerprint.read(line).map(Fingerprint::text)).contains(fingerprint);
    }

    @Test
    void optionsBeforeAndWordsBehindDoNotMatter() {
        Optional<Fingerprint> bare = Fingerprint.read(ADA);
        assertThat(Fingerprint.read("no-pty,from=\"10.0.0.*\" " + ADA + " ada at home\r\n"))
                .isEqualTo(bare)
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# ssh-ed25519",
                "-----BEGIN OPENSSH PRIVATE KEY-----",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE6xzZDu7SsNO9EWulroGQEDpfX915Qi0yklLCh1",
                "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIE6xzZDu7SsNO9EWulroGQEDpfX915Qi0yklLCh1XxWm",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5/////A==",
                "ssh-ed25519 AAAA",
                "ssh-ed25519 not/base64=="
            })
    void whatIsNoWholeKeyIsNone(String line) {
        assertThat(Fingerprint.read(line)).isEmpty();
    }
}
