package dev.nabla.cli;

import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Label;
import dev.nabla.figure.Settings;
import dev.nabla.figure.Value;
import dev.nabla.figure.WordKnob;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options of a figure: one for each knob, read by the knob itself. */
final class KnobOptions {
    static final Predicate<Label> QUESTION = label -> label.scope() == Label.Scope.QUESTION;
    static final Predicate<Label> ALL = label -> true;

    private KnobOptions() {}

    static <M extends Record> void add(CommandSpec spec, Figure<M> figure, Predicate<Label> scope) {
        for (Knob<M> knob : figure.knobs()) {
            if (scope.test(knob.label())) {
                Options.add(
                        spec,
                        "--" + knob.name(),
                        knob instanceof WordKnob<M> choice ? choice.words() : null,
                        knob.label().help().replace("%", "%%") + " (default: " + knob.text(figure.start()) + ")");
            }
        }
    }

    /** The figure's start with every given option read into it. */
    static <M extends Record> M model(Figure<M> figure, ParseResult parsed, Console console) {
        Inputs inputs = new Inputs(console.streams().in());
        Map<String, Value> given = new LinkedHashMap<>();
        for (Knob<M> knob : figure.knobs()) {
            String text = parsed.matchedOptionValue("--" + knob.name(), null);
            if (text != null) {
                given.put(knob.name(), inputs.read(knob, knob.value(figure.start()), text));
            }
        }
        return Settings.take(figure, figure.start(), given);
    }
}
