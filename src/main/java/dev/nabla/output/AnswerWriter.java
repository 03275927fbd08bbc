package dev.nabla.output;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Knob;
import dev.nabla.math.BadInput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Answers line by line, as JSON or as a table; what is being written can be taken back until its line has ended. */
public interface AnswerWriter {
    /**
     * What an answer begins with.
     *
     * @param op null where none was named
     * @param line of the input that was asked in, if it came in lines
     * @param carried what stood there and goes back as it came: names, and values in JSON
     */
    record Head(String op, OptionalLong line, Map<String, String> carried) {
        static Head of(String op) {
            return new Head(op, OptionalLong.empty(), Map.of());
        }
    }

    /** Adds an answer: what the knobs that count hold, the facts that follow, how, and what to be wary of. */
    <M extends Record> void add(
            Head head, List<Knob<M, ?>> in, M model, List<Fact> out, List<String> steps, List<String> notes);

    /** Adds an answer that is none of an operation: its members, as {@link Json#object} takes them. */
    void add(Head head, Map<String, ?> members);

    /** Adds a complaint. */
    void add(Head head, BadInput error);

    /** Adds what had to wait until nothing more comes. */
    default void end() {}

    /** Forgets a line that could not be added to its end. */
    void abandon();

    /** How many bytes the lines have that have been added. */
    int size();

    /** Passes on the lines that have been added, in UTF-8. */
    void passTo(OutputStream out) throws IOException;
}
