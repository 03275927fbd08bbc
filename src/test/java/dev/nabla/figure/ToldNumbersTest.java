package dev.nabla.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;

class ToldNumbersTest {
    @Table
    void computedNumbersAreCutAndAllElseStays(String text, String told) {
        assertThat(ToldNumbers.of(text)).isEqualTo(told);
    }
}
