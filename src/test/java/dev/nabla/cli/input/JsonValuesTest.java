package dev.nabla.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamReadException;
import dev.nabla.Table;
import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValuesTest {
    private static Value read(byte[] utf8) throws IOException {
        try (JsonParser json = JsonValues.FACTORY.createParser(utf8)) {
            json.nextToken();
            Value value = JsonValues.value(json);
            assertThat(json.nextToken()).isNull();
            return value;
        }
    }

    private static Value read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void charactersBeyondAsciiAreRead() throws IOException {
        assertThat(read("\"\u03b8 \ud83d\ude00\"").text()).isEqualTo("\u03b8 \ud83d\ude00");
        assertThat(read("\"a\\u03b8\u03b8\\n\"").text()).isEqualTo("a\u03b8\u03b8\n");
        assertThatThrownBy(() -> read(new byte[] {'"', (byte) 0xC3, '"'})).isInstanceOf(StreamReadException.class);
    }

    @Table
    void whereItBreaksIsTheFirstCharacterThatDoesNotBelong(String text, int column) {
        StreamReadException broken = catchThrowableOfType(StreamReadException.class, () -> read(text));
        assertThat(broken.getLocation().getColumnNr()).isEqualTo(column);
    }

    @Table
    void whatIsNotJsonIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(StreamReadException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Infinity", "+Infinity", "+INF"})
    void infinitiesAreReadAsThoseWhoHaveThemWriteThem(String word) throws IOException {
        assertThat(read(word)).isEqualTo(new Value.Real(Double.POSITIVE_INFINITY));
        assertThat(read("[" + word.replace("+", "").replace("INF", "Infinity") + ",-INF,-Infinity]")
                        .text())
                .isEqualTo("inf,-inf,-inf");
    }

    @Test
    void aNumberThatNoLongHoldsKeepsItsDigits() throws IOException {
        assertThat(read("9223372036854775807")).isEqualTo(new Value.Word("9223372036854775807"));
        assertThat(read("-92233720368547758080")).isEqualTo(new Value.Word("-92233720368547758080"));
        assertThat(read("-12")).isEqualTo(new Value.Whole(-12));
        assertThat(read("12.0")).isEqualTo(new Value.Real(12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0", "-0.0", "-0e5"})
    void minusZeroStaysWhatItIs(String zero) throws IOException {
        assertThat(read(zero)).isEqualTo(new Value.Real(-0.0));
        assertThat(read("[" + zero + "]").text()).isEqualTo("-0");
    }

    @Test
    void numbersMayHaveAnyNumberOfDigits() throws IOException {
        String zeros = "0".repeat(20_000);
        assertThat(read("0." + zeros + "1e20001")).isEqualTo(new Value.Real(1));
        assertThat(read("1" + zeros + "e-20000")).isEqualTo(new Value.Real(1));
        assertThatThrownBy(() -> read("1e999999999999")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> read("[1" + "0".repeat(3_000_000) + "]"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("larger than any double");
    }

    @Test
    void listsInListsInListsAreRefusedAtOnce() {
        assertThatThrownBy(() -> read("[".repeat(1_000_000))).hasMessageContaining("nested too deep");
    }
}
