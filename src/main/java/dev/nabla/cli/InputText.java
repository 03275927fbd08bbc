package dev.nabla.cli;

import dev.nabla.figure.Value;
import dev.nabla.figure.VectorKnob;
import dev.nabla.math.BadInput;
import java.nio.charset.StandardCharsets;

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
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        JsonReader json = new JsonReader();
        json.open(utf8, 0, utf8.length);
        try {
            Value value = JsonValues.value(json);
            if (json.isValue()) {
                throw BadInput.usage("bad_json", "it goes on after the array; give one array");
            }
            json.requireEnd();
            return value;
        } catch (BrokenJson broken) {
            String before = new String(utf8, 0, broken.place(), StandardCharsets.UTF_8);
            long line = 1 + before.chars().filter(sign -> sign == '\n').count();
            int column = before.length() - before.lastIndexOf('\n');
            throw BadInput.usage(
                    "bad_json",
                    "line " + line + ", column " + column
                            + ": this is not JSON; give an array like [2.1,0.5] or [[1,2],[3,4]]");
        }
    }

    private static Value fitting(Value value, Value old) {
        if (!(value instanceof Value.Rows table) || !(old instanceof Value.Reals)) {
            return value;
        }
        try {
            return new Value.Reals(VectorKnob.only(table.rows()));
        } catch (BadInput bad) {
            throw bad.about("it");
        }
    }
}
