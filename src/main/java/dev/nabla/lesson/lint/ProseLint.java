package dev.nabla.lesson.lint;

import dev.nabla.figure.Fact;
import dev.nabla.figure.FactPath;
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
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.Verdict;
import dev.nabla.lesson.question.WorkedExample;
import dev.nabla.lesson.question.WorkedExample.Solution;
import dev.nabla.math.Decimal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Checks the text of a lesson as its author typed it.
 *
 * <p>Lines of prose and formulas must fit {@link #WIDEST} columns. Numbers that a figure prints must not be typed, so
 * that no number in a text can be wrong. The answer to a question's own numbers must not stand elsewhere in the lesson,
 * where it could be copied. Exceptions are predictions, whole numbers below ten, and numbers with one digit, which are
 * everywhere.
 */
final class ProseLint {
    private static final int WIDEST = 80;
    /** Largest number that is assumed to be a count of things in the sentence. */
    private static final int SMALL = 4;

    /** Numbers that are computed, and those of sections. */
    private static final Pattern COMPUTED = Pattern.compile("\\{\\{[^{}]*}}|\\bsections? \\d\\d\\b");
    /** A typed number, but no part of one with thousands, like 16,000. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.\\[]|\\d,)\\d+(?:\\.\\d+)?(?![\\w\\]]|,\\d{3})");

    /** Numbers with more than one digit, which rarely match by chance. */
    private static final Pattern PRINTED =
            Pattern.compile("(?<![\\w.])-?(?:\\d{2,}(?:\\.\\d+)?|\\d\\.\\d{2,}|[1-9]\\.\\d)(?!\\w)");

    private final String file;
    private final Map<Double, String> facts = new LinkedHashMap<>();
    /** Place where each number is first shown. */
    private final Map<String, String> shown = new LinkedHashMap<>();

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
        for (WorkedExample example : lesson.examples()) {
            Solution solution = example.draw(0, lint.patience);
            solution.lines(0, 0).forEach(line -> lint.shown("steps " + example.id(), line.plain()));
        }
        lesson.questions().stream().filter(question -> !question.predicts()).forEach(lint::copied);
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
        shown(here.place().replaceFirst(":$", ""), shown);
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

    private void shown(String where, String text) {
        printed(text).forEach(number -> shown.putIfAbsent(number, where));
    }

    /** Returns the numbers with more than one digit in a text. */
    static List<String> printed(String text) {
        return PRINTED.matcher(text.replace('−', '-'))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** Returns whether a value, rounded to the places of a printed number, is that number. */
    static boolean rounds(double value, String printed) {
        BigDecimal number = new BigDecimal(printed);
        return new BigDecimal(value)
                        .setScale(number.scale(), RoundingMode.HALF_UP)
                        .compareTo(number)
                == 0;
    }

    private void copied(Question question) {
        List<String> where = question.draw(0, patience).numbers().stream()
                .filter(number -> number.value() % 1 != 0 || Math.abs(number.value()) >= 10)
                .map(number -> shown.keySet().stream()
                        .filter(text -> rounds(number.value(), text)
                                && number.judge(text).kind() == Verdict.VerdictKind.RIGHT)
                        .map(text -> text + " in " + shown.get(text))
                        .findFirst()
                        .orElse(""))
                .distinct()
                .toList();
        mistakes.at(question.place() + ": question " + question.id())
                .require(
                        where.isEmpty() || where.contains(""),
                        "is answered by " + String.join(", ", where) + "; give it other numbers");
    }

    private <M extends Record> void gather(FigureState<M> live) {
        Figure<M> figure = live.figure();
        StringBuilder set = new StringBuilder();
        for (Knob<M, ?> knob : figure.knobs()) {
            if (!knob.text(live.model()).equals(knob.text(figure.start()))) {
                set.append(' ').append(knob.name()).append('=').append(knob.text(live.model()));
            }
        }
        List<String> onRequest = figure.factsOnRequest();
        for (Fact fact : FigureSettings.facts(figure, live.model(), name -> !onRequest.contains(name))) {
            gather(figure.id() + "." + fact.name(), fact, set.toString());
        }
    }

    private void gather(String name, Fact fact, String set) {
        if (fact.value() instanceof Value.Wholes) {
            return; // counts and positions in order are small and occur in any prose
        }
        for (FactPath path : FactPath.cells(name, fact.value())) {
            OptionalDouble value = path.of(fact.value()).number();
            value.ifPresent(x -> number(path + set, fact, x));
        }
    }

    private void number(String name, Fact fact, double value) {
        facts.putIfAbsent(Math.abs(value), name);
        shown(name, fact.places() < 0 ? Decimal.shortest(value) : Decimal.fixed(value, fact.places()));
    }
}
