package dev.nabla.room.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ClassCodeTest {
    @Test
    void thereAre512PlainWordsNoneTwice() {
        assertThat(ClassCode.words()).hasSize(512).doesNotHaveDuplicates().allMatch(word -> word.matches("[a-z]{4,8}"));
    }

    @Test
    void isTwoWordsAndTwoDigits() {
        Random chance = new Random(1);
        for (int i = 0; i < 500; i++) {
            String code = ClassCode.draw(chance);
            assertThat(code).matches("[a-z]+-[a-z]+-[0-9]{2}");
            assertThat(ClassCode.words()).contains(code.split("-")[0], code.split("-")[1]);
        }
    }

    @Test
    void isReadHoweverItIsTyped() {
        assertThat(ClassCode.is("fern-otter-42", " Fern Otter  42 ")).isTrue();
        assertThat(ClassCode.is("fern-otter-42", "FERN-OTTER-42")).isTrue();
        assertThat(ClassCode.is("fern-otter-42", "fern-otter-43")).isFalse();
        assertThat(ClassCode.is("fern-otter-42", "")).isFalse();
    }
}
