package dev.nabla.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpeningTest {
    /** Columns for the sentence on a screen of 60. */
    private static final int LITTLE_ROOM = 58;

    @Test
    void eachSentenceHasAFormThatFitsASmallScreen() {
        for (int scene = 0; scene <= Opening.LAST; scene++) {
            String[] sentences = new Opening(scene, scene, false, "", "").sentences(Optional.of("12 minutes"));
            assertThat(sentences[sentences.length - 1]).hasSizeLessThanOrEqualTo(LITTLE_ROOM);
        }
    }

    @Test
    void thePromiseKeepsItsHoursWhereThereIsLittleRoom() {
        assertThat(Opening.start().ended().sentences(Optional.of("7 hours")))
                .containsExactly(
                        "In about 7 hours you will know every line of it; school algebra is enough",
                        "In about 7 hours you will know every line of it");
    }
}
