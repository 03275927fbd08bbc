package dev.nabla.tui.screen;

import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import dev.nabla.lesson.question.NumberAnswer;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.GoalAttempt;
import java.util.ArrayList;
import java.util.List;

/** Lines above or below a figure in somebody's hands: a guess about it, or a goal to bring it to. */
final class AskedStrip {
    private AskedStrip() {}

    /** The goal and how far it is. */
    static List<Line> goal(GoalAttempt tried, ReadingView view, ScreenState state, int width) {
        String name = "Goal " + (view.position(tried) + 1) + " of "
                + view.lesson().goals().size() + "  ";
        List<Line> lines = new ArrayList<>(Wrap.hanging(
                heading(name), Line.of(tried.goal().ask()), width, state.font().glyphs()));
        boolean met = state.progress().goals().contains(tried.goal().id());
        String distance = tried.progress().distance();
        lines.add(met ? Line.EMPTY.result("● reached") : Line.EMPTY.dim("○ ").text(distance));
        return lines;
    }

    /** The question and its options, or how a ghost is laid; once it is answered, what was said and what it is. */
    static List<Line> guess(Attempt attempt, boolean lays, int width, Glyphs glyphs) {
        return attempt.isTold() ? told(attempt, width, glyphs) : asked(attempt, lays, width, glyphs);
    }

    private static Line heading(String words) {
        return Line.EMPTY.span(words, Tone.SECOND, Weight.BOLD);
    }

    private static List<Line> asked(Attempt attempt, boolean lays, int width, Glyphs glyphs) {
        String name = attempt.editor().isBlank() ? "Guess first  " : "Your guess  ";
        List<Line> lines = new ArrayList<>(
                Wrap.hanging(heading(name), Line.of(attempt.variant().prompt()), width, glyphs));
        lines.add(Line.EMPTY);
        if (!attempt.isChoice()) {
            attempt.told().ifPresent(reply -> reply.verdict()
                    .told()
                    .forEach(said -> lines.addAll(Wrap.lines(Line.of(said), width, glyphs))));
            lines.add(Line.EMPTY.dim(
                    lays
                            ? "Put the ghost ○ there. The figure stays yours too: Tab."
                            : "i types " + attempt.variant().wanted()));
        }
        lines.addAll(options(attempt, width, glyphs));
        return lines;
    }

    /** In two columns, read downwards, where all of them fit. */
    private static List<Line> options(Attempt attempt, int width, Glyphs glyphs) {
        List<Line> options = new ArrayList<>();
        int column = width / 2;
        List<String> words = attempt.variant().options();
        boolean fit = words.size() > 2 && words.stream().allMatch(option -> glyphs.width(option) < column - 4);
        for (int i = 0; i < words.size(); i++) {
            Weight weight = attempt.isChosen(i) ? Weight.REVERSE : Weight.PLAIN;
            options.addAll(Wrap.hanging(
                    Line.EMPTY.span((i + 1) + "  ", Tone.SECOND, Weight.BOLD),
                    Line.EMPTY.span(words.get(i), Tone.TEXT, weight),
                    width,
                    glyphs));
        }
        if (!fit) {
            return options;
        }
        int rows = (options.size() + 1) / 2;
        List<Line> lines = new ArrayList<>(options.subList(0, rows));
        for (int i = rows; i < options.size(); i++) {
            Line left = options.get(i - rows);
            String gap = " ".repeat(column - glyphs.width(left));
            lines.set(i - rows, Line.join(List.of(left, options.get(i)), gap));
        }
        return lines;
    }

    /** How far a guess lies from the truth. */
    private static String apart(Attempt attempt) {
        List<NumberAnswer> is = attempt.variant().numbers();
        Vector you = attempt.variant().typed(attempt.reply().orElseThrow().typed());
        Vector apart = Vector.of(is.size(), i -> you.get(i) - is.get(i).value());
        String by = Decimal.fixed(apart.norm(), attempt.question().places());
        return by + (is.size() > 1 ? " apart" : apart.get(0) > 0 ? " too large" : " too small");
    }

    private static List<Line> told(Attempt attempt, int width, Glyphs glyphs) {
        Attempt.Reply reply = attempt.told().orElseThrow();
        Line said = Line.EMPTY
                .span(
                        attempt.isChoice() ? attempt.typedInFull() : Decimal.typeset(attempt.typedInFull()),
                        Tone.SECOND,
                        Weight.PLAIN)
                .dim(reply.sure().map(sure -> " (" + sure.word() + ")").orElse(""));
        boolean laid = attempt.question().within() > 0;
        Line is = Line.EMPTY.result(attempt.variant().toldAnswer());
        Line right = laid ? is.dim(" · ").warn(apart(attempt)) : is;
        List<Line> lines = new ArrayList<>();
        if (reply.isRight() && !laid) {
            lines.addAll(Wrap.hanging(Line.EMPTY.result("right  "), said, width, glyphs));
        } else {
            lines.addAll(Wrap.hanging(Line.EMPTY.dim("you    "), said, width, glyphs));
            lines.addAll(Wrap.hanging(Line.EMPTY.dim("right  "), right, width, glyphs));
        }
        lines.add(Line.EMPTY);
        List<String> revealed = reply.verdict().told().stream().skip(1).toList();
        List<String> told =
                reply.isRight() || revealed.isEmpty() ? attempt.variant().steps() : revealed;
        told.forEach(why -> lines.addAll(Wrap.lines(Line.of(why), width, glyphs)));
        return lines;
    }
}
