package dev.nabla.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToldNumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.343123377733205,0.5,-1.0340966881434492|2.34312,0.5,-1.0341",
                "0.7071067811865475|0.707107",
                "1,0.5;-0.5,1|1,0.5;-0.5,1",
                "1.234567890123e-9|1.23457e-9",
                "1.2345678*x|1.2345678*x",
                "sin(x)|sin(x)",
                "1.2345678-0.5|1.2345678-0.5",
                "1.2345678e|1.2345678e",
                "123456789|123456789",
                "-inf,0|-inf,0",
                "none|none"
            })
    void computedNumbersAreCutAndAllElseStays(String text, String told) {
        assertThat(ToldNumbers.of(text)).isEqualTo(told);
    }
}
