package dev.nabla.room.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SaltedHashTest {
    @Test
    void aPinMatchesItsHashAndNoOther() {
        String kept = SaltedHash.of("2718");
        assertThat(kept).startsWith("pbkdf2-sha256:20000:").doesNotContain("2718");
        assertThat(SaltedHash.matches("2718", kept)).isTrue();
        assertThat(SaltedHash.matches("2719", kept)).isFalse();
        assertThat(SaltedHash.of("2718")).isNotEqualTo(kept);
    }

    /**
     * Computed with {@code python3 -c "import hashlib; print(hashlib.pbkdf2_hmac('sha256', b'1234', bytes(16),
     * 20000).hex())"}.
     */
    @Test
    void isWhatOthersCompute() {
        String others = "b6ee070738d91fb6656f838d777e9210d0e0ef095038f62f268d17a9b232d806";
        assertThat(SaltedHash.matches("1234", "pbkdf2-sha256:20000:" + "00".repeat(16) + ":" + others))
                .isTrue();
    }

    @Test
    void aHashThatAnEarlierVersionHasKeptStillMatches() throws IOException {
        String students = Files.readString(Path.of("src/test/resources/old/0.2.0/maths-10b/students.jsonl"));
        String kept = students.replaceAll("(?s).*\"pin\":\"([^\"]+)\".*", "$1");
        assertThat(SaltedHash.matches("2718", kept)).isTrue();
        assertThat(SaltedHash.matches("2719", kept)).isFalse();
    }
}
