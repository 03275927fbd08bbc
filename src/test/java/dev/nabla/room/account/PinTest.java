package dev.nabla.room.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "123", "1234567890123", "12a4", "１２３４", "-123"})
    void otherTextsAreNoPins(String typed) {
        assertThat(Pin.isPin(typed)).isFalse();
        assertThat(Pin.complaint(typed)).contains("A PIN has 4 to 12 digits; choose one.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1234", "0000", "1111", "1212", "7777", "4321", "2000", "12345", "123456789", "999999", "1010"})
    void commonOnesAreNotChosen(String typed) {
        assertThat(Pin.isPin(typed)).isTrue();
        assertThat(Pin.complaint(typed)).contains("Many people choose that PIN; choose another.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2718", "3141", "1235", "00001", "271828182845"})
    void othersAre(String typed) {
        assertThat(Pin.complaint(typed)).isEmpty();
    }
}
