package dev.nabla.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.Numerals;
import dev.nabla.math.Vector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * JSON to values: a number, a word, a list of numbers, a list of such lists. A word may stand where a number could: {@code
 * ["1/3", "-inf"]} is read as if it had been typed.
 */
final class JsonValues {
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // to refuse NaN by name
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Inputs.MOST_MEGABYTES << 20)
                    .maxNumberLength(Inputs.MOST_MEGABYTES << 20)
                    .build())
            .build();

    private JsonValues() {}

    static JsonParser parser(String text) throws IOException {
        return FACTORY.createParser(text);
    }

    static JsonParser parser(byte[] utf8, int from, int length) throws IOException {
        return FACTORY.createParser(utf8, from, length);
    }

    /** The value that begins at the current token and is left behind. */
    static Value value(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_ARRAY) {
            return list(json);
        }
        if (token == JsonToken.VALUE_NUMBER_INT && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return new Value.Whole(json.getLongValue());
        }
        if (token.isNumeric()) {
            return new Value.Real(number(json));
        }
        if (token == JsonToken.VALUE_STRING || token.isBoolean()) {
            return new Value.Word(json.getText());
        }
        throw BadInput.usage("bad_value", "is " + named(json) + "; give a number, a text or a list of numbers");
    }

    private static Value list(JsonParser json) throws IOException {
        JsonToken first = json.nextToken();
        if (first == JsonToken.START_ARRAY) {
            return new Value.Rows(rows(json));
        }
        double[] numbers = new double[8];
        int n = 0;
        for (JsonToken token = first; token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.VALUE_STRING) {
                return words(json, numbers, n);
            }
            if (n == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * n);
            }
            numbers[n] = entry(json, n);
            n++;
        }
        return new Value.Reals(Vector.of(Arrays.copyOf(numbers, n)));
    }

    /** The list again as it would be typed, from the first word on. */
    private static Value words(JsonParser json, double[] numbers, int n) throws IOException {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            entries.add(Decimal.shortest(numbers[i]));
        }
        for (JsonToken token = json.currentToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            entries.add(
                    token == JsonToken.VALUE_STRING ? json.getText() : Decimal.shortest(entry(json, entries.size())));
        }
        return new Value.Word(String.join(",", entries));
    }

    private static List<Vector> rows(JsonParser json) throws IOException {
        List<Vector> rows = new ArrayList<>();
        for (JsonToken token = json.currentToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token != JsonToken.START_ARRAY) {
                throw BadInput.usage(
                        "bad_value",
                        "row " + (rows.size() + 1) + " is no list of numbers; give rows like [[1,2],[3,4]]");
            }
            try {
                Value row = list(json);
                rows.add(row instanceof Value.Reals reals ? reals.values() : Numerals.vector(flat(row)));
            } catch (BadInput bad) {
                throw bad.about("row " + (rows.size() + 1) + ":");
            }
        }
        return rows;
    }

    private static String flat(Value row) {
        if (row instanceof Value.Word word) {
            return word.word();
        }
        throw BadInput.usage("bad_value", "lists are nested too deep; a matrix is rows of numbers, like [[1,2],[3,4]]");
    }

    private static double entry(JsonParser json, int i) throws IOException {
        if (!json.currentToken().isNumeric()) {
            throw BadInput.usage(
                    "bad_value",
                    "number " + (i + 1) + " is " + named(json) + "; give a number like 0.5, or text like \"1/3\"");
        }
        try {
            return number(json);
        } catch (BadInput bad) {
            throw bad.about("number " + (i + 1) + ":");
        }
    }

    /** One that no double holds is read again as text, which says why not. */
    private static double number(JsonParser json) throws IOException {
        double x = json.getDoubleValue();
        return Double.isFinite(x) ? x : Numerals.number(json.getText());
    }

    private static String named(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            default -> json.getText();
        };
    }
}
