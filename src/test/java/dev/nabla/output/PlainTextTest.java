package dev.nabla.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.softmax.SoftmaxFigure;
import dev.nabla.math.BadInput;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000", "\u0007", "\u001b", "\r", "\n", "\u007f", "\u0085", "\u009b", "\u00ad", "\u061c", "\u200b",
                "\u200f", "\u2028", "\u202a", "\u202e", "\u2066", "\u2069", "\ufeff", "\ud800", "\udbff"
            })
    void whateverCouldSteerATerminalBecomesAQuestionMark(String steering) {
        assertThat(PlainText.harmless("a" + steering + "b")).isEqualTo("a?b");
    }

    @Test
    void wordsOfAnyLanguageStayAsTheyAre() {
        String words = "η ≤ ½, Größe, ağ, 数学, 🙂 [31m";
        assertThat(PlainText.harmless(words)).isEqualTo(words);
    }

    @Test
    void jsonKeepsWhatCouldSteerATerminalAsAnEscape() {
        String foreign = "\u001b[8m \u009b8m \u202e \u007f \udb40\udc01 é";
        String json = Json.error(new SoftmaxFigure().id(), BadInput.usage("usage", foreign));
        assertThat(json)
                .contains("\\u009b8m \\u202e \\u007f \\udb40\\udc01 é")
                .endsWith("}\n")
                .isEqualTo(PlainText.harmless(json.strip()) + "\n");
        assertThat(JsonTest.read(json)).extracting("error").isEqualTo(Map.of("code", "usage", "message", foreign));
    }
}
