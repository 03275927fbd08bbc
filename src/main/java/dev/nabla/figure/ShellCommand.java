package dev.nabla.figure;

import java.util.List;

/**
 * Command lines that reproduce a model. They state every knob that differs from the start, or from the value that the
 * earlier settings give it.
 */
public final class ShellCommand {
    private ShellCommand() {}

    /** Returns the command that computes the model, or that draws it if the figure is no operation. */
    public static <M extends Record> String solving(Figure<M> figure, M model) {
        return figure.info().isOperation()
                ? command("nabla solve ", figure, model, figure.inputs(), false)
                : showing(figure, model);
    }

    /** Returns the command that draws the model. */
    static <M extends Record> String showing(Figure<M> figure, M model) {
        return command("nabla show ", figure, model, figure.knobs(), false);
    }

    /**
     * Returns the command that computes the model, and that also states required inputs which are equal to the example.
     */
    public static <M extends Record> String completeCommand(Figure<M> figure, M model) {
        return command("nabla solve ", figure, model, figure.inputs(), true);
    }

    private static <M extends Record> String command(
            String verb, Figure<M> figure, M model, List<Knob<M, ?>> counted, boolean withNeeded) {
        StringBuilder command = new StringBuilder(verb).append(figure.id());
        M start = figure.start();
        M written = start; // numbers of the example stand for no others, so those with names are then stated
        for (Knob<M, ?> knob : counted) {
            boolean present = !knob.value(model).isAbsent();
            String text = knob.text(model);
            boolean same = text.equals(knob.text(start)) && text.equals(knob.text(written));
            boolean named =
                    !written.equals(start) && !knob.codec().apply(model).names().isEmpty();
            if (present && (!same || (withNeeded || named) && knob.info().needed())) {
                command.append(" --").append(knob.name()).append(' ').append(quoted(text));
                written = knob.read(written, knob.value(model));
            }
        }
        return command.toString();
    }

    /** Returns a text quoted, if necessary, so that a shell takes it as one word. */
    public static String quoted(String text) {
        return text.matches("[\\w.,:+/^=-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
