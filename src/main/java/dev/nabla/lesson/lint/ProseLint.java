package dev.nabla.lesson.lint;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Value;
import dev.nabla.frame.Glyphs;
import dev.nabla.lesson.Lesson;
import dev.nabla.lesson.formula.Deadline;
import dev.nabla.lesson.formula.FigureSettings;
import dev.nabla.lesson.formula.Template;
import dev.nabla.lesson.lint.Lint.Mistakes;
import dev.nabla.math.Vector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A lesson as its author typed it: prose and formulas must fit a page of {@link #WIDEST} columns, and what the figures
 * compute is never typed, so that no number in a text can be wrong.
 */
final class ProseLint {
    private static final int WIDEST = 80;
    /** Numbers up to here are mostly counts of things in the sentence. */
    private static final int SMALL = 4;

    private static final Pattern COMPUTED = Pattern.compile("\\{\\{[^{}]*}}");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.\\[])\\d+(?:\\.\\d+)?(?![\\w\\]])");

    private final String file;
    private final Map<Double, String> facts = new LinkedHashMap<>();
    private final Mistakes mistakes;
    private final Deadline patience = Deadline.of(Deadline.A_LESSON);

    private ProseLint(String file, Mistakes mistakes) {
        this.file = file;
        this.mistakes = mistakes;
    }

    static void read(String file, String source, Lesson lesson, Mistakes mistakes) {
        ProseLint lint = new ProseLint(file, mistakes);
        lesson.figures().forEach(lint::gather);
        lint.read(source.lines().toList());
    }

    private void read(List<String> lines) {
        int front = lines.subList(1, lines.size()).indexOf("---") + 2;
        boolean fenced = false;
        boolean formula = false;
        for (int i = front; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("```")) {
                formula = !fenced && line.strip().equals("```formula");
                fenced = !fenced;
            } else if (!fenced || formula) {
                line(mistakes.at(file + ":" + (i + 1) + ":"), line);
            }
        }
    }

    private void line(Mistakes here, String line) {
        String shown = Template.fill(line, file, 0, patience);
        here.require(Glyphs.BRAILLE.width(shown) <= WIDEST, "is wider than " + WIDEST + " columns: " + shown.strip());
        NUMBER.matcher(COMPUTED.matcher(line).replaceAll("")).results().forEach(number -> number(here, number.group()));
    }

    private void number(Mistakes here, String number) {
        String fact = facts.get(Double.valueOf(number));
        boolean known = fact != null && Double.parseDouble(number) > SMALL;
        here.require(
                !known && !number.contains("."),
                "types the number " + number + "; write "
                        + (fact == null ? "a fact or a formula, like {{dot.cosine:2}}" : "{{" + fact + "}}"));
    }

    private <M extends Record> void gather(FigureState<M> live) {
        Figure<M> figure = live.figure();
        StringBuilder set = new StringBuilder();
        for (Knob<M, ?> knob : figure.knobs()) {
            if (!knob.text(live.model()).equals(knob.text(figure.start()))) {
                set.append(' ').append(knob.name()).append('=').append(knob.text(live.model()));
            }
        }
        for (Fact fact : FigureSettings.facts(figure, live.model())) {
            gather(figure.id() + "." + fact.name(), fact.value(), set.toString());
        }
    }

    private void gather(String name, Value value, String set) {
        if (value instanceof Value.Real real) {
            facts.putIfAbsent(Math.abs(real.value()), name + set);
        } else if (value instanceof Value.Whole whole) {
            facts.putIfAbsent((double) Math.abs(whole.value()), name + set);
        } else if (value instanceof Value.Reals reals) {
            row(name + "[", reals.values(), set);
        } else if (value instanceof Value.Rows rows) {
            for (int i = 0; i < rows.rows().size(); i++) {
                row(name + "[" + (i + 1) + ",", rows.rows().get(i), set);
            }
        }
    }

    private void row(String name, Vector values, String set) {
        for (int i = 0; i < values.size(); i++) {
            facts.putIfAbsent(Math.abs(values.get(i)), name + (i + 1) + "]" + set);
        }
    }
}
