package dev.nabla.gpt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewardRuleTest {
    @ParameterizedTest
    @CsvSource({
        "ENDS_IN_A, a, 1",
        "ENDS_IN_A, maria, 1",
        "ENDS_IN_A, anne, 0",
        "ENDS_IN_A, '', 0",
        "MANY_A, amanda, 3",
        "MANY_A, zoe, 0",
        "LONG, amelia, 0.75",
        "LONG, christophorusxx, 1.875",
        "LONG, '', 0",
        // two characters outside the basic plane
        "LONG, \uD83D\uDE00\uD83D\uDE00, 0.25",
        "PALINDROME, anna, 1",
        "PALINDROME, ele, 1",
        "PALINDROME, ee, 0",
        "PALINDROME, a, 0",
        "PALINDROME, '', 0",
        "PALINDROME, emma, 0",
        "PALINDROME, \uD83D\uDE00a\uD83D\uDE00, 1",
        "PALINDROME, \uD83D\uDE00\uD83D\uDE00, 0",
    })
    void aWishRewardsWhatItCounts(RewardRule wish, String name, double reward) {
        assertThat(wish.reward(name)).isEqualTo(reward);
    }
}
