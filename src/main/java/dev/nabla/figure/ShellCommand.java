package dev.nabla.figure;

import java.util.List;

/**
 * Command lines: the one to type for a model, every knob in it that differs from the start or from what those before it
 * make of it.
 */
public final class ShellCommand {
    private ShellCommand() {}

    /** It computes the model, or draws it where nothing is computed. */
    public static <M extends Record> String solving(Figure<M> figure, M model) {
        return figure.info().isOperation()
                ? spelt("nabla solve ", figure, model, Knob.asked(figure), false)
                : showing(figure, model);
    }

    /** It draws this very picture. */
    static <M extends Record> String showing(Figure<M> figure, M model) {
        return spelt("nabla show ", figure, model, figure.knobs(), false);
    }

    /** It computes the model, and says also what a question must state though it is as in the example. */
    public static <M extends Record> String asking(Figure<M> figure, M model) {
        return spelt("nabla solve ", figure, model, Knob.asked(figure), true);
    }

    private static <M extends Record> String spelt(
            String verb, Figure<M> figure, M model, List<Knob<M, ?>> counted, boolean whole) {
        StringBuilder command = new StringBuilder(verb).append(figure.id());
        M start = figure.start();
        M told = start;
        for (Knob<M, ?> knob : counted) {
            boolean asked = !knob.value(model).isAbsent();
            String text = knob.text(model);
            boolean same = text.equals(knob.text(start)) && text.equals(knob.text(told));
            if (asked && (!same || whole && knob.info().needed())) {
                command.append(" --").append(knob.name()).append(' ').append(quoted(text));
                told = knob.read(told, knob.value(model));
            }
        }
        return command.toString();
    }

    /** A text as a shell takes it for one word. */
    public static String quoted(String text) {
        return text.matches("[\\w.,:+/^=-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
