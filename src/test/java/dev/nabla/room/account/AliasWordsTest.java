package dev.nabla.room.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Words in place of names. */
class AliasWordsTest {
    private static final SplittableRandom CHANCE = new SplittableRandom(7);

    @Test
    void wordsBelongToTheIdAndNotToTheName() {
        Map<String, String> words = AliasWords.of(
                Map.of("ada", Optional.of("4711"), "bob", Optional.of("9223372036854775807"), "dora", Optional.empty()),
                CHANCE);
        assertThat(words.values()).allMatch(word -> word.matches("[a-z]+-[a-z]+"));
        Map<String, String> again = AliasWords.of(
                Map.of(
                        "Robert",
                        Optional.of("9223372036854775807"),
                        "ada",
                        Optional.of("4711"),
                        "dora",
                        Optional.empty()),
                CHANCE);
        assertThat(again.get("ada")).isEqualTo(words.get("ada"));
        assertThat(again.get("Robert")).as("renamed").isEqualTo(words.get("bob"));
        assertThat(again.get("dora")).as("has no id").isNotEqualTo(words.get("dora"));
    }

    @Test
    void noTwoStudentsHaveTheSameWords() {
        Map<String, Optional<String>> ids = new HashMap<>();
        for (int i = 0; i < 200; i++) {
            ids.put("s" + i, Optional.of(String.valueOf(1 + (long) i * 512 * 512)));
            ids.put("t" + i, Optional.empty());
        }
        Map<String, String> words = AliasWords.of(ids, CHANCE);
        assertThat(new HashSet<>(words.values())).hasSize(400);
    }
}
