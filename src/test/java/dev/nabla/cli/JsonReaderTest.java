package dev.nabla.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.nabla.figure.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against jackson-core, and by hand. */
class JsonReaderTest {
    private static final JsonFactory JACKSON = new JsonFactory();

    private static JsonReader over(byte[] utf8) {
        JsonReader json = new JsonReader();
        json.open(utf8, 0, utf8.length);
        return json;
    }

    private static JsonReader over(String text) {
        return over(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What is read up to the end; null if it is not JSON. */
    private static <T> T whole(JsonReader json, Function<JsonReader, T> what) {
        try {
            T read = what.apply(json);
            json.requireEnd();
            return read;
        } catch (BrokenJson broken) {
            return null;
        }
    }

    private static Object jackson(byte[] utf8, JsonToken kind) {
        try (JsonParser parser = JACKSON.createParser(utf8)) {
            JsonToken token = parser.nextToken();
            Object read = kind == JsonToken.VALUE_STRING ? parser.getText() : (Object) parser.getDoubleValue();
            boolean right = token == kind || kind != JsonToken.VALUE_STRING && token.isNumeric();
            return right && parser.nextToken() == null ? read : null;
        } catch (IOException | NullPointerException broken) {
            return null;
        }
    }

    private static byte[] random(SplittableRandom random, String signs, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(1, most); i > 0; i--) {
            text.append(signs.charAt(random.nextInt(signs.length())));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void numbersAreThoseOfJackson() {
        SplittableRandom random = new SplittableRandom(1);
        int right = 0;
        for (int i = 0; i < 300_000; i++) {
            byte[] text = random(random, i % 2 == 0 ? "0123456789012345678901234567890123456789.-e" : "0019.eE+-", 24);
            Double expected = (Double) jackson(text, JsonToken.VALUE_NUMBER_FLOAT);
            Double read = whole(over(text), JsonReader::number);
            // Jackson reads -0 as a whole number, which has no sign.
            if (expected == null ? read != null : read == null || read + 0.0 != expected + 0.0) {
                assertThat(read).as(new String(text, StandardCharsets.UTF_8)).isEqualTo(expected);
            }
            right += expected == null ? 0 : 1;
        }
        assertThat(right).isGreaterThan(20_000);
    }

    @Test
    void stringsAreThoseOfJackson() {
        SplittableRandom random = new SplittableRandom(2);
        int right = 0;
        for (int i = 0; i < 300_000; i++) {
            byte[] inner = random(random, i % 2 == 0 ? "ab\\\"/nu0d8\u00e9\u20ac\t" : "a\\u0041d83DdE", 14);
            byte[] text = new byte[inner.length + 2];
            text[0] = '"';
            System.arraycopy(inner, 0, text, 1, inner.length);
            text[text.length - 1] = '"';
            Object expected = jackson(text, JsonToken.VALUE_STRING);
            String read = whole(over(text), JsonReader::string);
            if (expected == null ? read != null : !expected.equals(read)) {
                assertThat(read).as(new String(text, StandardCharsets.UTF_8)).isEqualTo(expected);
            }
            right += expected == null ? 0 : 1;
        }
        assertThat(right).isGreaterThan(20_000);
    }

    @Test
    void charactersBeyondAsciiAreRead() {
        assertThat(over("\"\u03b8 \ud83d\ude00\"").string()).isEqualTo("\u03b8 \ud83d\ude00");
        assertThat(over("\uFEFF \"a\\u03b8\u03b8\\n\"").string()).isEqualTo("a\u03b8\u03b8\n");
        assertThatThrownBy(() -> over(new byte[] {'"', (byte) 0xC3, '"'}).string())
                .isInstanceOf(BrokenJson.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1,2|4",
                "[01]|2",
                "[1.]|3",
                "[1e]|3",
                "[.5]|1",
                "[-]|1",
                "[1 2]|3",
                "[1,]|3",
                "[nul]|1",
                "{a}|1",
                "\"a|2",
                "\"\\x\"|2"
            })
    void whereItBreaksIsTheFirstSignThatDoesNotBelong(String text, int place) {
        BrokenJson broken = catchThrowableOfType(BrokenJson.class, () -> {
            JsonReader json = over(text);
            if (json.takes('{')) {
                json.string();
            }
            JsonValues.value(json);
            json.requireEnd();
        });
        assertThat(broken.place()).isEqualTo(place);
    }

    @Test
    void aNumberThatNoLongHoldsKeepsItsDigits() {
        assertThat(JsonValues.value(over("9223372036854775807"))).isEqualTo(new Value.Word("9223372036854775807"));
        assertThat(JsonValues.value(over("-12"))).isEqualTo(new Value.Whole(-12));
        assertThat(JsonValues.value(over("12.0"))).isEqualTo(new Value.Real(12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0", "-0.0", "-0e5"})
    void minusZeroStaysWhatItIs(String zero) {
        assertThat(JsonValues.value(over(zero))).isEqualTo(new Value.Real(-0.0));
        assertThat(JsonValues.value(over("[" + zero + "]")).text()).isEqualTo("-0");
    }

    @Test
    void manyZerosAreMadeUpForByThePower() {
        String zeros = "0".repeat(20_000);
        assertThat(over("0." + zeros + "1e20001").number()).isEqualTo(1);
        assertThat(over("1" + zeros + "e-20000").number()).isEqualTo(1);
        assertThat(over("1e999999999999").number()).isInfinite();
    }

    @Test
    void listsInListsInListsAreRefusedAtOnce() {
        assertThatThrownBy(() -> JsonValues.value(over("[".repeat(1_000_000)))).hasMessageContaining("nested too deep");
    }
}
