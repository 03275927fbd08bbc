package dev.nabla.cli.input;

import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Settings;
import dev.nabla.figure.Value;
import dev.nabla.figure.WorkLimit;
import dev.nabla.math.BadInput;
import dev.nabla.math.Vector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The share of the machine that a command may use. */
public enum ResourceLimit {
    /** No limit. */
    WHOLE,
    /** Little, since others wait: one core, and no answer that takes long to compute or needs much memory. */
    FAIR;

    private static final int MOST_WORD = 8 << 10;
    /** Most numbers in a vector; enough for the logits of GPT-2. */
    private static final int MOST_NUMBERS = 60_000;

    private static final int MOST_SIDE = 1000;
    private static final int MOST_LINES = 10_000;

    public int cores() {
        return this == FAIR ? 1 : Runtime.getRuntime().availableProcessors();
    }

    /**
     * Returns the input of a batch. With {@link #FAIR} it has at most {@value #MOST_LINES} lines, which are counted
     * before the first is answered.
     *
     * @throws BadInput if there are more lines
     */
    public InputStream lines(InputStream in) throws IOException {
        if (this == WHOLE) {
            return in;
        }
        byte[] all = in.readAllBytes();
        long lines = new String(all, StandardCharsets.UTF_8).lines().count();
        if (lines > MOST_LINES) {
            throw BadInput.usage(
                    "too_big", "standard input is longer than " + MOST_LINES + " lines; ask for less at once");
        }
        return new ByteArrayInputStream(all);
    }

    /**
     * Returns the model with the given values applied to it, as {@link Settings#take} does.
     *
     * @throws BadInput if a value cannot be read or exceeds the limits
     */
    public <M extends Record> M model(Figure<M> figure, List<Knob<M, ?>> knobs, M start, Map<String, Value> given) {
        return model(figure, knobs, start, given, Optional.empty());
    }

    /**
     * Returns the model with the given values applied to it.
     *
     * @param cuts where a warning is added if the run of a figure that {@linkplain Figure#endsEarly ends early} is cut;
     *     without it, such a run is refused too
     * @throws BadInput if a value cannot be read or exceeds the limits
     */
    public <M extends Record> M model(
            Figure<M> figure, List<Knob<M, ?>> knobs, M start, Map<String, Value> given, Optional<List<String>> cuts) {
        M model = taken(figure, knobs, start, given);
        if (this == WHOLE) {
            return model;
        }
        Optional<M> cut = cuts.flatMap(notes -> WorkLimit.cut(figure, model, WorkLimit.ANSWER, notes));
        if (cut.isEmpty()) {
            WorkLimit.require(figure, model, WorkLimit.ANSWER);
        }
        return cut.orElse(model);
    }

    /**
     * Returns the budget of a printed picture. Its work has been found short enough; only a figure that {@linkplain
     * Figure#endsEarly ends early} is then drawn without what it compares its run with.
     */
    public Figure.Budget budget(Figure<?> figure) {
        return Figure.Budget.all(this == WHOLE || !figure.endsEarly());
    }

    private <M extends Record> M taken(Figure<M> figure, List<Knob<M, ?>> knobs, M start, Map<String, Value> given) {
        if (this == WHOLE) {
            return Settings.take(figure.id(), knobs, start, given);
        }
        for (Knob<M, ?> knob : knobs) {
            Value value = given.get(knob.name());
            if (value == null) {
                continue;
            }
            require(value.word().orElse("").length() <= MOST_WORD, knob.name() + " is a text of more than 8 KiB");
            if (value.dimensions() == 1) {
                require(
                        value.parts().size() <= MOST_NUMBERS,
                        knob.name() + " has more than " + MOST_NUMBERS + " numbers");
            }
            if (knob.value(start).dimensions() == 2) {
                require(side(value) <= MOST_SIDE, knob.name() + " has more than " + MOST_SIDE + " rows or columns");
            }
        }
        return Settings.take(figure.id(), knobs, start, given);
    }

    /**
     * Returns the larger of a matrix's rows and columns. It counts them in the text before the matrix is built, since
     * building a large one would already take too much.
     */
    private static int side(Value matrix) {
        List<Vector> rows = matrix.rows();
        if (!rows.isEmpty()) {
            return Math.max(rows.size(), rows.get(0).size());
        }
        String[] typed = matrix.text().split(";", -1);
        return Math.max(typed.length, typed[0].split(",", -1).length);
    }

    private static void require(boolean little, String much) {
        if (!little) {
            throw WorkLimit.tooMuch(much);
        }
    }
}
