package dev.nabla.key.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.key.KeyContext;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPressTest {
    static Stream<String> names() {
        return Stream.concat(
                KeyContext.names(),
                Stream.of(
                        "+",
                        "Ctrl++",
                        "Ctrl+Space",
                        "Ctrl+Shift+Up",
                        "Shift+Alt+F19",
                        "Insert",
                        "é",
                        "\ud83d\ude00",
                        "F"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameIsReadAndSpeltTheSame(String name) {
        assertThat(KeyPress.named(name).name()).isEqualTo(name);
    }

    @Test
    void modifierKeysStandInAnyOrder() {
        assertThat(KeyPress.named("Alt+Shift+Ctrl+Up")).isEqualTo(KeyPress.named("Ctrl+Shift+Alt+Up"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ctrl+", "Left ", "left", "F20", "Character", "EOF", "MouseEvent", "ReverseTab", "ab"})
    void whatNoKeyIsCalledIsRefused(String name) {
        assertThatThrownBy(() -> KeyPress.named(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyWritesItsCharacterUnlessSomethingIsHeld() {
        assertThat(KeyPress.of('a').isPrintable()).isTrue();
        assertThat(KeyPress.of(' ').text()).isEqualTo(" ");
        assertThat(KeyPress.of('a').holding(true, false, false).isPrintable()).isFalse();
        assertThat(KeyPress.of(KeyName.ENTER).isPrintable()).isFalse();
    }
}
