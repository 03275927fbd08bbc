package dev.nabla.cli;

import dev.nabla.cli.input.Inputs;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Settings;
import dev.nabla.figure.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options of a figure: one for each knob, read by the knob itself. */
public final class KnobOptions {
    private KnobOptions() {}

    public static <M extends Record> void add(CommandSpec spec, Figure<M> figure, List<Knob<M, ?>> knobs) {
        for (Knob<M, ?> knob : knobs) {
            Options.add(
                    spec,
                    "--" + knob.name(),
                    knob.words(figure.start()).isEmpty() ? null : knob.words(figure.start()),
                    knob.info().help().replace("%", "%%") + " (default: " + knob.text(figure.start()) + ")");
        }
    }

    /** The figure's start with every given option read into it. */
    public static <M extends Record> M model(Figure<M> figure, ParseResult parsed, Environment console) {
        Inputs inputs = new Inputs(console.streams().in());
        Map<String, Value> given = new LinkedHashMap<>();
        for (Knob<M, ?> knob : figure.knobs()) {
            String text = parsed.matchedOptionValue("--" + knob.name(), null);
            if (text != null) {
                given.put(knob.name(), inputs.read(knob, knob.value(figure.start()), text));
            }
        }
        return Settings.take(figure, figure.start(), given);
    }
}
