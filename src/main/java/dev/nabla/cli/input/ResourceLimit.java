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

/** How much of the machine a command may take. */
public enum ResourceLimit {
    /** All of it. */
    WHOLE,
    /** Little, since others wait: one core, and no answer that is long to work out or would fill the memory. */
    FAIR;

    private static final int MOST_WORD = 8 << 10;
    /** Enough for the logits of GPT-2. */
    private static final int MOST_NUMBERS = 60_000;

    private static final int MOST_SIDE = 1000;
    private static final int MOST_LINES = 10_000;

    public int cores() {
        return this == FAIR ? 1 : Runtime.getRuntime().availableProcessors();
    }

    /**
     * The input of a batch. A fair share of it has at most {@value #MOST_LINES} lines, which are counted before the
     * first is answered.
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

    /** The model with what was given taken into it, as {@link Settings#take}. */
    public <M extends Record> M model(Figure<M> figure, List<Knob<M, ?>> knobs, M start, Map<String, Value> given) {
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
        M model = Settings.take(figure.id(), knobs, start, given);
        WorkLimit.require(figure, model, WorkLimit.ANSWER);
        return model;
    }

    /** Before anything is made of it, as already that may be too large. */
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
