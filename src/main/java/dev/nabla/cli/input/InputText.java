package dev.nabla.cli.input;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamReadException;
import dev.nabla.figure.Codec;
import dev.nabla.figure.Value;
import dev.nabla.math.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The text of an input that comes from a file: an array of JSON, a table of numbers, or words. */
final class InputText {
    private InputText() {}

    /** What it says, as a knob can take it that holds a value of the old kind. */
    static Value value(String text, Value old) {
        if (text.isBlank()) {
            throw BadInput.usage("empty", "it is empty; write numbers into it, like 2.1,0.5,-1");
        }
        if (text.stripLeading().startsWith("{")) {
            throw BadInput.usage("bad_json", "it is an object of JSON; give an array like [2.1,0.5] or [[1,2],[3,4]]");
        }
        if (text.stripLeading().startsWith("[")) {
            return fitting(json(text), old);
        }
        if (old instanceof Value.Reals || old instanceof Value.Rows) {
            return fitting(Table.read(text), old);
        }
        return new Value.Word(text.strip());
    }

    private static Value json(String text) {
        try (JsonParser json = JsonValues.FACTORY.createParser(text)) {
            json.nextToken();
            Value value = JsonValues.value(json);
            if (json.nextToken() != null) {
                throw BadInput.usage("bad_json", "it goes on after the array; give one array");
            }
            return value;
        } catch (StreamReadException broken) {
            JsonLocation place = broken.getLocation();
            throw BadInput.usage(
                    "bad_json",
                    "line " + place.getLineNr() + ", column " + place.getColumnNr()
                            + ": this is not JSON; give an array like [2.1,0.5] or [[1,2],[3,4]]");
        } catch (IOException never) {
            throw new UncheckedIOException(never); // a string can be read
        }
    }

    private static Value fitting(Value value, Value old) {
        if (!(value instanceof Value.Rows table) || !(old instanceof Value.Reals)) {
            return value;
        }
        try {
            return new Value.Reals(Codec.Reals.only(table.rows()));
        } catch (BadInput bad) {
            throw bad.about("it");
        }
    }
}
