package dev.nabla.tui.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows as Linux has them in {@code /proc/net/tcp}. */
class SshConnectionTest {
    private static final String HEAD =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid";
    private static final String ROW =
            "   7: 0100007F:0016 0200007F:C001 01 %s:00000000 01:00000014 00000000     0 0 1 2";

    private final SshConnection connection = SshConnection.of("127.0.0.2 49153 127.0.0.1 22");

    @Test
    void aKilobyteOnItsWayIsBehind() {
        assertThat(connection.isBehind(List.of(HEAD, ROW.formatted("00000400"))))
                .isFalse();
        assertThat(connection.isBehind(List.of(HEAD, ROW.formatted("00000401"))))
                .isTrue();
    }

    @Test
    void anotherConnectionIsNobodysBusiness() {
        String other = ROW.formatted("0000FFFF").replace("C001", "C002");
        assertThat(connection.isBehind(List.of(HEAD, other))).isFalse();
    }

    @Test
    void withoutSshNothingIsAsked() {
        for (String words : new String[] {null, "", "a b c", "127.0.0.2 x 127.0.0.1 22"}) {
            assertThat(SshConnection.of(words).isBehind()).as(words).isFalse();
        }
    }
}
