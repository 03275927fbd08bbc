package dev.nabla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private final Vocabulary words = new Vocabulary();

    private String of(String word) {
        byte[] line = ("\"" + word + "\"").getBytes(StandardCharsets.US_ASCII);
        return words.of(line, 1, line.length - 1);
    }

    @Test
    void aWordThatComesAgainIsTheSameString() {
        String tau = of("tau");
        assertThat(of("tau")).isSameAs(tau);
    }

    @Test
    void wordsOfOneLengthWithTheSameEndsAreNotTakenForEachOther() {
        for (String word : new String[] {"tau", "tbu", "tau", "teu", "", "t", "u", "tau"}) {
            assertThat(of(word)).isEqualTo(word);
        }
    }

    @Test
    void whateverIsReadIsWhatWasWritten() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder word = new StringBuilder();
            for (int length = random.nextInt(20); length > 0; length--) {
                word.append((char) random.nextInt(random.nextBoolean() ? 'a' : 0, 'e'));
            }
            assertThat(of(word.toString())).isEqualTo(word.toString());
        }
    }
}
