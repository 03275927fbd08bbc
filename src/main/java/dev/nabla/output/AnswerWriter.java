package dev.nabla.output;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Knob;
import dev.nabla.math.BadInput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Collects answers as lines of JSON or of a table. A line can be discarded until it is complete. */
public interface AnswerWriter {
    /**
     * The first fields of an answer.
     *
     * @param op name of the operation; null if none was given
     * @param line number of the input line; empty if the input is not in lines
     * @param carried further members of the input line that are returned unchanged, as JSON by name
     */
    record Head(String op, OptionalLong line, Map<String, String> carried) {
        static Head of(String op) {
            return new Head(op, OptionalLong.empty(), Map.of());
        }
    }

    /**
     * Adds the answer of an operation.
     *
     * @param in the knobs that are inputs
     * @param model the model that holds their values
     * @param out the resulting facts
     * @param steps lines of the worked solution
     * @param notes warnings
     */
    <M extends Record> void add(
            Head head, List<Knob<M, ?>> in, M model, List<Fact> out, List<String> steps, List<String> notes);

    /** Adds an answer of another kind, with members as {@link Json#object} takes them. */
    void add(Head head, Map<String, ?> members);

    /** Adds an error message in place of an answer. */
    void add(Head head, BadInput error);

    /** Adds lines that could be written only after the last answer. */
    default void end() {}

    /** Discards a line that could not be completed. */
    void abandon();

    /** Returns the size of the complete lines; for a table in chars, which may be fewer than bytes. */
    int size();

    /** Writes the complete lines in UTF-8 and empties the buffer. */
    void passTo(OutputStream out) throws IOException;
}
