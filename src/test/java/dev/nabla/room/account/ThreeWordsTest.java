package dev.nabla.room.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ThreeWordsTest {
    @Test
    void eachPlaceHasEachWordOfTheList() {
        Random chance = new Random(1);
        List<Set<String>> seen = List.of(new HashSet<>(), new HashSet<>(), new HashSet<>());
        for (int i = 0; i < 6000; i++) {
            String[] words = ThreeWords.draw(chance).split("-", -1);
            assertThat(words).hasSize(3);
            for (int place = 0; place < 3; place++) {
                seen.get(place).add(words[place]);
            }
        }
        assertThat(seen).allSatisfy(words -> assertThat(words).containsExactlyInAnyOrderElementsOf(ClassCode.words()));
    }

    @Test
    void areReadHoweverTheyAreTyped() {
        String drawn = ThreeWords.draw(new Random(1));
        assertThat(ThreeWords.plain(" " + drawn.toUpperCase() + " ")).contains(drawn);
        assertThat(ThreeWords.plain(drawn.replace('-', ' '))).contains(drawn);
        assertThat(ThreeWords.plain("fern-otter-42")).isEmpty();
        assertThat(ThreeWords.plain("")).isEmpty();
        assertThat(ThreeWords.plain("---")).isEmpty();
    }
}
