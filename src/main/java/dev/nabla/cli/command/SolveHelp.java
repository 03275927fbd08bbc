package dev.nabla.cli.command;

import dev.nabla.cli.input.Inputs;
import dev.nabla.cli.input.TableInputs;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Knob;
import dev.nabla.figure.ShellCommand;
import dev.nabla.figure.Stride;
import dev.nabla.figure.catalog.Figures;
import java.util.ArrayList;
import java.util.List;

/** The help of {@code nabla solve} below the options. It is computed only when help is shown. */
final class SolveHelp {
    /** Length of the longest example, in characters; the help would wrap a longer one. */
    private static final int MOST = 90;

    private SolveHelp() {}

    /** Returns the lines for {@code nabla solve} without an operation. */
    static List<String> ofAll() {
        int longest =
                Figures.operations().stream().mapToInt(String::length).max().orElseThrow();
        List<String> lines = new ArrayList<>(List.of("Operations:"));
        for (String op : Figures.operations()) {
            String gap = " ".repeat(longest + 2 - op.length());
            lines.add("  " + op + gap + Figures.named(op).info().title());
        }
        lines.addAll(List.of(
                "",
                "Each operation has inputs of its own; nabla solve softmax --help lists those of softmax.",
                "",
                "  nabla solve softmax --logits -1,1/3,-inf --tau=0.5",
                "  nabla solve dot --a 1,0.3 --b 0.2,1 --explain",
                "",
                "Exit codes: 0 success, 2 usage error, 3 no answer, 6 some lines of a batch failed.",
                "After --, nothing is read as an option."));
        return lines;
    }

    /** Returns the lines for one operation: every way to give an input, each with an example to type. */
    static <M extends Record> List<String> of(Figure<M> figure) {
        String op = "nabla solve " + figure.id();
        Knob<M, ?> knob = first(figure);
        String option = op + " --" + knob.name();
        String value = knob.text(figure.start());
        List<String> facts = new ArrayList<>();
        String some = "";
        for (Fact fact : figure.facts(figure.start())) {
            facts.add(fact.name());
            some = some.isEmpty() && !fact.value().isAbsent() ? fact.name() : some;
        }
        List<String> lines = new ArrayList<>(List.of("Example: " + example(figure), ""));
        lines.addAll(Inputs.HELP);
        if (figure.inputs().stream().anyMatch(each -> each.info().byRow())) {
            lines.addAll(Inputs.ROWS);
        } else if (TableInputs.canHaveColumns(figure)) {
            lines.addAll(Inputs.COLUMNS);
        }
        if (figure.caveat(figure.start()).isPresent()) {
            lines.add("solve keeps the defaults above; nabla show " + figure.id() + " shows the finished state.");
        }
        lines.addAll(List.of("", "Values to --get: " + String.join(", ", facts) + "."));
        lines.addAll(figure.aboutResults());
        lines.add("");
        lines.add("  " + option + "='" + value + "'");
        lines.add("  echo '" + value + "' | " + option + " -");
        lines.add("  " + op + " --get " + some);
        lines.add("  " + op + " --json");
        return lines;
    }

    /** Returns the input of the examples: one with named numbers, without which no other may stand, or the first. */
    private static <M extends Record> Knob<M, ?> first(Figure<M> figure) {
        List<Knob<M, ?>> inputs = figure.inputs();
        return inputs.stream()
                .filter(knob -> !knob.codec().apply(figure.start()).names().isEmpty())
                .findFirst()
                .orElse(inputs.get(0));
    }

    /** Returns the command for the start with its first knob nudged by one step, so that the example has an option. */
    private static <M extends Record> String example(Figure<M> figure) {
        M model = FigureState.of(figure).nudge(1, 0, Stride.STEP).model();
        String command = ShellCommand.completeCommand(figure, model);
        return command.length() <= MOST ? command : ShellCommand.solving(figure, model);
    }
}
