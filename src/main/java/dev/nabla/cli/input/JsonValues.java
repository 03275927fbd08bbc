package dev.nabla.cli.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.nabla.figure.Value;
import dev.nabla.figure.VectorCodec;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.InputSuggestion;
import dev.nabla.math.expression.Numerals;
import dev.nabla.output.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A reader of values from JSON: a number, a word, a flag, a list of numbers, a list of such lists, or an object of
 * numbers. Text may stand for a number: {@code ["1/3", "-inf"]} is read as if it had been typed.
 */
public final class JsonValues {
    /**
     * The JSON parsers. They accept infinity, which JSON lacks but programs write, and also NaN, which is then rejected
     * by name.
     */
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

    /** The largest n such that every integer from -n to n is a double. */
    private static final long MOST_WHOLE = 1L << 53;

    private JsonValues() {}

    /**
     * Reads the value that begins with the current token. Afterwards its last token is the current one.
     *
     * @throws BadInput if it is no number or text, and no list or object of numbers
     */
    static Value value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_ARRAY -> list(json);
            case START_OBJECT -> named(json);
            case VALUE_STRING -> new Value.Word(json.getText());
            case VALUE_TRUE, VALUE_FALSE -> new Value.Flag(json.getBooleanValue());
            case VALUE_NUMBER_INT -> whole(json);
            case VALUE_NUMBER_FLOAT -> new Value.Real(number(json));
            default -> throw bad("is " + kind(json) + "; give a number, a text or a list of numbers");
        };
    }

    /**
     * Returns the JSON text of the value that begins with the current token. Numbers stay as they are written, infinity
     * and NaN become text, and control characters are escaped to protect terminals.
     *
     * @throws BadInput if it is nested more than 100 levels deep
     */
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

    /** Reads an integer. Beyond 2^53 it stays text, as it is written, since a double may not hold it. */
    private static Value whole(JsonParser json) throws IOException {
        boolean huge = json.getNumberType() == JsonParser.NumberType.BIG_INTEGER;
        long number = huge ? Long.MAX_VALUE : json.getLongValue();
        if (number == 0 && isNegativeZero(json)) {
            return new Value.Real(-0.0);
        }
        return -MOST_WHOLE <= number && number <= MOST_WHOLE ? new Value.Whole(number) : new Value.Word(json.getText());
    }

    private static Value list(JsonParser json) throws IOException {
        return json.nextToken() == JsonToken.START_ARRAY ? rows(json) : numbers(json);
    }

    /** Reads the numbers of a list, from the current token on. */
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

    /**
     * Returns the list as words, as they would be typed, because it has text in it.
     *
     * @param numbers the numbers before the current token
     * @param n how many there are
     */
    private static Value words(JsonParser json, double[] numbers, int n) throws IOException {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            entries.add(Decimal.shortest(numbers[i]));
        }
        for (JsonToken next = json.currentToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
            boolean word = next == JsonToken.VALUE_STRING;
            entries.add(word ? json.getText() : Decimal.shortest(entry(json, entries.size() + 1)));
        }
        return new Value.Words(entries);
    }

    /** Reads the numbers of an object, which may also be text. */
    private static Value named(JsonParser json) throws IOException {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            boolean word = json.nextToken() == JsonToken.VALUE_STRING;
            if (!word && !json.currentToken().isNumeric()) {
                throw bad(name + " is " + kind(json) + "; give a number like 0.5, or text like \"1/3\"");
            }
            double number = word ? InputSuggestion.read(name + ":", json.getText(), Numerals::number) : number(json);
            if (numbers.put(name, number) != null) {
                throw BadInput.usage("twice", name + " is given twice; give it once");
            }
        }
        if (numbers.isEmpty()) {
            throw bad("is an object; give a number, a text or a list of numbers");
        }
        List<String> names = List.copyOf(numbers.keySet());
        return new Value.NamedReals(names, Vector.of(names.size(), i -> numbers.get(names.get(i))));
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
                rows.add(VectorCodec.vector(numbers(json)));
            } catch (BadInput bad) {
                throw bad.forInput(place + ":");
            }
        }
        return new Value.Rows(rows);
    }

    private static double entry(JsonParser json, int position) throws IOException {
        if (!json.currentToken().isNumeric()) {
            throw bad("number " + position + " is " + kind(json) + "; give a number like 0.5, or text like \"1/3\"");
        }
        try {
            return number(json);
        } catch (BadInput bad) {
            throw bad.forInput("number " + position + ":");
        }
    }

    private static String kind(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            default -> json.getText();
        };
    }

    /**
     * Reads a number. One that is not finite is read again as text, which accepts infinity and says why others are
     * rejected.
     */
    private static double number(JsonParser json) throws IOException {
        double x = json.getDoubleValue();
        if (!Double.isFinite(x)) {
            return Numerals.number(json.getText());
        }
        return x == 0 && isNegativeZero(json) ? -0.0 : x;
    }

    /** Returns whether a 0 is written with a minus, which an integer cannot hold. */
    private static boolean isNegativeZero(JsonParser json) throws IOException {
        return json.getText().startsWith("-");
    }
}
