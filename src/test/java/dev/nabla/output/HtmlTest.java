package dev.nabla.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "ada,ada",
                "<b>&amp;,&#60;b&#62;&#38;amp;",
                "\"' onload=`x`,&#34;&#39; onload&#61;&#96;x&#96;",
                "é李,&#233;&#26446;",
                "\uD83D\uDE00,&#128512;",
                "a\u202Eb\u0000c\u200Bd,a?b?c?d"
            })
    void nothingOfATextIsMarkup(String text, String escaped) {
        assertThat(Html.escaped(text)).isEqualTo(escaped);
    }
}
