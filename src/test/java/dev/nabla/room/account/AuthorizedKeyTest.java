package dev.nabla.room.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.Table;
import dev.nabla.math.BadInput;
import dev.nabla.room.account.Account.Fingerprint;
import dev.nabla.room.account.AuthorizedKey.Option;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizedKeyTest {
    private static final String ADA =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE6xzZDu7SsNO9EWulroGQEDpfX915Qi0yklLCh1XxWm";
    private static final Fingerprint ADAS = new Fingerprint("SHA256:n/HQ5cVBwWZvYEQVgCZyi+i9hzboUZQ+cN9QL4flqxg");

    /** What {@code ssh-keygen -l} of OpenSSH 10.0 says of the same keys. */
    @ParameterizedTest
    @CsvSource({
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE6xzZDu7SsNO9EWulroGQEDpfX915Qi0yklLCh1XxWm ada,"
                + " SHA256:n/HQ5cVBwWZvYEQVgCZyi+i9hzboUZQ+cN9QL4flqxg",
        "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAA"
                + "BBBLgNx2qXSSvCMM59IhHlMUUBlQxIEeBo44EqRL8EexJOEIap3rZNcadOm0mo9QE8E7urq8oIBLbedi98kbT39dw=, SHA256:Uc4cIbX+4KaCy/tLf9NB8HPe9aoTnSGFyNcotZoDcjQ"
    })
    void theFingerprintIsWhatOpenSshSays(String line, String fingerprint) {
        assertThat(AuthorizedKey.read(line).map(key -> key.key().text())).contains(fingerprint);
    }

    @Test
    void optionsStandBeforeTheKeyAndTheCommentBehindIt() {
        assertThat(AuthorizedKey.read("\t No-PTY,from=\"10.0.0.*,!10.0.0.1\",command=\"say \\\"a, b\\\"\" \t" + ADA
                        + "  ada at home \r\n"))
                .contains(new AuthorizedKey(
                        List.of(
                                new Option("no-pty", Optional.empty()),
                                new Option("from", Optional.of("10.0.0.*,!10.0.0.1")),
                                new Option("command", Optional.of("say \"a, b\""))),
                        ADAS,
                        "ada at home"));
    }

    @Test
    void aCommentMayHoldAnything() {
        String comment = "ada \" # \r\u2028 ssh-rsa AAAA";
        assertThat(AuthorizedKey.read(ADA + " " + comment)).contains(new AuthorizedKey(List.of(), ADAS, comment));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t", "\r\n", "#", "# " + ADA, "#" + ADA, " \t# " + ADA, "# a\r" + ADA})
    void aBlankLineAndACommentHoldNoKey(String line) {
        assertThat(AuthorizedKey.read(line)).isEmpty();
    }

    @Test
    void aCommentOfAnyLengthIsAComment() {
        assertThat(AuthorizedKey.read("# " + "x".repeat(100_000))).isEmpty();
        assertThat(AuthorizedKey.read(ADA + " " + "x".repeat(8000))).isPresent();
        assertThatThrownBy(() -> AuthorizedKey.read(ADA + " " + "x".repeat(8192)))
                .isInstanceOf(BadInput.class)
                .hasMessage("it is longer than 8 KiB");
    }

    @Table
    void whatIsNoWholeKeyIsRefused(String line, String why) {
        assertThatThrownBy(() -> AuthorizedKey.read(line.replace("ADA", ADA)))
                .isInstanceOf(BadInput.class)
                .hasMessage(why);
    }
}
