package dev.nabla.cli.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.nabla.figure.Codec;
import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Numerals;
import dev.nabla.output.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * JSON to values: a number, a word, a list of numbers, a list of such lists. A word may stand where a number could: {@code
 * ["1/3", "-inf"]} is read as if it had been typed.
 */
public final class JsonValues {
    /** JSON has no infinity, but those who write it have; NaN is read to be refused by name. */
    public static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private static final int MOST_DEPTH = 100;

    /** Every whole number up to here is a double. */
    private static final long MOST_WHOLE = 1L << 53;

    private JsonValues() {}

    /** The value that begins with the current token; its last one is taken. */
    static Value value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_ARRAY -> list(json);
            case VALUE_STRING, VALUE_TRUE, VALUE_FALSE -> new Value.Word(json.getText());
            case VALUE_NUMBER_INT -> whole(json);
            case VALUE_NUMBER_FLOAT -> new Value.Real(number(json));
            default -> throw bad("is " + named(json) + "; give a number, a text or a list of numbers");
        };
    }

    /** The value that begins with the current token as it is written, but that no character in it commands a terminal. */
    static String text(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return json.getText();
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator copy = Json.FACTORY.createGenerator(text)) {
            int depth = 0;
            do {
                JsonToken token = json.currentToken();
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth > MOST_DEPTH) {
                    throw bad("is nested more than " + MOST_DEPTH + " deep");
                }
                if (!token.isNumeric()) {
                    copy.copyCurrentEvent(json);
                } else if (Character.isDigit(json.getText().charAt(json.getTextLength() - 1))) {
                    copy.writeNumber(json.getText());
                } else {
                    copy.writeString(json.getText());
                }
            } while (depth > 0 && json.nextToken() != null);
        }
        return text.toString();
    }

    private static BadInput bad(String finding) {
        return BadInput.usage("bad_value", finding);
    }

    /** A whole number that no double holds stays as it is written. */
    private static Value whole(JsonParser json) throws IOException {
        boolean huge = json.getNumberType() == JsonParser.NumberType.BIG_INTEGER;
        long whole = huge ? Long.MAX_VALUE : json.getLongValue();
        if (whole == 0 && isNegativeZero(json)) {
            return new Value.Real(-0.0);
        }
        return -MOST_WHOLE <= whole && whole <= MOST_WHOLE ? new Value.Whole(whole) : new Value.Word(json.getText());
    }

    private static Value list(JsonParser json) throws IOException {
        return json.nextToken() == JsonToken.START_ARRAY ? rows(json) : numbers(json);
    }

    /** The numbers of a list from the current token on. */
    private static Value numbers(JsonParser json) throws IOException {
        double[] numbers = new double[8];
        int n = 0;
        for (JsonToken next = json.currentToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
            if (next == JsonToken.VALUE_STRING) {
                return words(json, numbers, n);
            }
            if (n == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * n);
            }
            numbers[n] = entry(json, n + 1);
            n++;
        }
        return new Value.Reals(Vector.of(numbers, n));
    }

    /** The list again as it would be typed, from the first word on. */
    private static Value words(JsonParser json, double[] numbers, int n) throws IOException {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            entries.add(Decimal.shortest(numbers[i]));
        }
        for (JsonToken next = json.currentToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
            boolean word = next == JsonToken.VALUE_STRING;
            entries.add(word ? json.getText() : Decimal.shortest(entry(json, entries.size() + 1)));
        }
        return new Value.Word(String.join(",", entries));
    }

    private static Value rows(JsonParser json) throws IOException {
        List<Vector> rows = new ArrayList<>();
        for (JsonToken next = json.currentToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
            String place = "row " + (rows.size() + 1);
            if (next != JsonToken.START_ARRAY) {
                throw bad(place + " is no list of numbers; give rows like [[1,2],[3,4]]");
            }
            try {
                if (json.nextToken() == JsonToken.START_ARRAY) {
                    throw bad("lists are nested too deep; a matrix is rows of numbers, like [[1,2],[3,4]]");
                }
                rows.add(Codec.VectorCodec.vector(numbers(json)));
            } catch (BadInput bad) {
                throw bad.forInput(place + ":");
            }
        }
        return new Value.Rows(rows);
    }

    private static double entry(JsonParser json, int position) throws IOException {
        if (!json.currentToken().isNumeric()) {
            throw bad("number " + position + " is " + named(json) + "; give a number like 0.5, or text like \"1/3\"");
        }
        try {
            return number(json);
        } catch (BadInput bad) {
            throw bad.forInput("number " + position + ":");
        }
    }

    private static String named(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            default -> json.getText();
        };
    }

    /** One that no double holds is read again as text, which says why not. */
    private static double number(JsonParser json) throws IOException {
        double x = json.getDoubleValue();
        if (!Double.isFinite(x)) {
            return Numerals.number(json.getText());
        }
        return x == 0 && isNegativeZero(json) ? -0.0 : x;
    }

    /** True if a 0 is written with a minus, which a whole number has no place for. */
    private static boolean isNegativeZero(JsonParser json) throws IOException {
        return json.getText().startsWith("-");
    }
}
