package dev.nabla.screen;

import dev.nabla.figure.Guess.Ghost;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.question.NumberAnswer;
import dev.nabla.math.Decimal;
import dev.nabla.math.Vector;
import dev.nabla.screen.part.ClickTarget;
import dev.nabla.screen.part.WrappedLines;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.GoalAttempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The strip above or below a figure: a guess about it, or a goal to reach with it.
 *
 * @param lines its lines, from top to bottom
 * @param options the places of its options, which the mouse can choose
 */
record QuestionStrip(List<Line> lines, List<OptionPlace> options) {
    private static final String YOU = "you    ";

    static final QuestionStrip NONE = new QuestionStrip(List.of(), List.of());

    /**
     * The place of an option, or of a part of it.
     *
     * @param option index of the option, from 0
     * @param line the line of the strip that shows it
     * @param x its first column in that line, from 0
     * @param width its columns
     */
    private record OptionPlace(int option, Line line, int x, int width) {}

    /** Returns a copy without blank lines. */
    QuestionStrip withoutBlanks() {
        return new QuestionStrip(
                lines.stream().filter(line -> !line.spans().isEmpty()).toList(), options);
    }

    /** Draws the strip, and lets the mouse choose its options. */
    void draw(Canvas canvas) {
        ScreenLayout.put(lines, 0, canvas);
        for (int y = 0; y < lines.size() && y < canvas.height(); y++) {
            for (OptionPlace place : options) {
                if (place.line() == lines.get(y)) {
                    ClickTarget.OPTION.mark(place.option(), new Area(1 + place.x(), y, place.width(), 1), canvas);
                }
            }
        }
    }

    /** Returns the goal and the distance to it. */
    static QuestionStrip goal(GoalView view, ScreenState state, int width) {
        GoalAttempt tried = view.trial();
        WrappedLines column = new WrappedLines(width, state.font().glyphs());
        String name = "Goal " + (view.walk().index() + 1) + " of "
                + view.under().lesson().goals().size() + "  ";
        column.hang(Line.EMPTY.second(name), Line.of(tried.goal().ask()));
        boolean reached = view.walk().isDone(state.tutor());
        if (reached) {
            column.lines().add(Line.EMPTY.result("● reached"));
        } else {
            column.hang(Line.EMPTY.dim("○ "), Line.of(tried.progress().distance()));
        }
        return new QuestionStrip(column.lines(), List.of());
    }

    /**
     * Returns the question with its options, or with how to place the ghost; once answered, the guess and the right
     * answer.
     *
     * @param ghost the ghost in the figure by which the guess is given
     */
    static QuestionStrip guess(Attempt attempt, Optional<Ghost> ghost, int width, Glyphs glyphs) {
        WrappedLines column = new WrappedLines(width, glyphs);
        if (attempt.hasShownVerdict()) {
            addFeedback(attempt, column);
            if (attempt.isChoice() && !attempt.reply().orElseThrow().isRight()) {
                WrappedLines asked = new WrappedLines(width, glyphs);
                addQuestion(attempt, ghost, asked);
                addSteps(attempt, asked.lines().size(), column);
            }
            return new QuestionStrip(column.lines(), List.of());
        }
        return new QuestionStrip(column.lines(), addQuestion(attempt, ghost, column));
    }

    private static List<OptionPlace> addQuestion(Attempt attempt, Optional<Ghost> ghost, WrappedLines column) {
        String name = attempt.editor().isBlank() ? "Guess first  " : "Your guess  ";
        column.hang(Line.EMPTY.second(name), Line.of(attempt.variant().prompt()));
        column.blank();
        if (!attempt.isChoice()) {
            attempt.reply()
                    .ifPresent(reply -> reply.verdict().toLines().forEach(feedback -> column.wrap(Line.of(feedback))));
            addHow(attempt, ghost, column);
        }
        return addOptions(attempt, column);
    }

    /** Adds how the guess is given, or the number that was typed. */
    private static void addHow(Attempt attempt, Optional<Ghost> ghost, WrappedLines column) {
        if (ghost.isEmpty() && !attempt.editor().isBlank()) {
            column.hang(Line.EMPTY.dim(YOU), Line.EMPTY.second(attempt.editor().text()));
        } else {
            column.wrap(Line.EMPTY.dim(ghost.map(Ghost::instruction)
                    .orElse("Type " + attempt.variant().wanted() + ".")));
        }
    }

    /** Adds the options, in two columns read downwards if all of them fit. Returns their places. */
    private static List<OptionPlace> addOptions(Attempt attempt, WrappedLines column) {
        int half = column.width() / 2;
        Glyphs glyphs = column.glyphs();
        List<String> words = attempt.variant().options();
        boolean fit = words.size() > 2 && words.stream().allMatch(option -> glyphs.width(option) < half - 4);
        List<OptionPlace> places = new ArrayList<>();
        if (!fit) {
            List<List<Line>> lines = AttemptPane.addOptions(attempt, "", column);
            for (int i = 0; i < lines.size(); i++) {
                for (Line line : lines.get(i)) {
                    places.add(new OptionPlace(i, line, 0, column.width()));
                }
            }
            return places;
        }
        WrappedLines below = new WrappedLines(column.width(), glyphs);
        AttemptPane.addOptions(attempt, "", below);
        List<Line> lines = below.lines();
        int rows = (lines.size() + 1) / 2;
        for (int i = 0; i < rows; i++) {
            Line left = lines.get(i);
            String gap = " ".repeat(Math.max(0, half - glyphs.width(left)));
            boolean alone = i + rows >= lines.size();
            Line row = alone ? left : Line.join(List.of(left, lines.get(i + rows)), gap);
            column.lines().add(row);
            places.add(new OptionPlace(i, row, 0, half));
            if (!alone) {
                places.add(new OptionPlace(i + rows, row, half, column.width() - half));
            }
        }
        return places;
    }

    /**
     * Returns how far the guess is from the right answer: {@code your guess is 0.30 above}, for a point
     * {@code your guess is 0.30 away}, for several numbers of which some are enough
     * {@code 2 of your 3 are within 0.1}.
     */
    private static String distance(Attempt attempt) {
        List<NumberAnswer> is = attempt.variant().numbers();
        Vector you = attempt.variant().typed(attempt.reply().orElseThrow().typed());
        if (attempt.question().enough() > 0) {
            return attempt.variant().near(you) + " of your " + is.size() + " are within "
                    + Decimal.shortest(attempt.question().within());
        }
        Vector apart = Vector.of(is.size(), i -> you.get(i) - is.get(i).value());
        String by = Decimal.fixed(apart.norm(), attempt.question().places());
        return "your guess is " + by + (is.size() > 1 ? " away" : apart.get(0) > 0 ? " above" : " below");
    }

    /** Adds the steps below what a wrong choice reveals, if the strip stays as low as the question was. */
    private static void addSteps(Attempt attempt, int height, WrappedLines column) {
        WrappedLines steps = new WrappedLines(column.width(), column.glyphs());
        attempt.variant().steps().forEach(step -> steps.wrap(Line.of(step)));
        if (column.lines().size() + steps.lines().size() <= height) {
            column.lines().addAll(steps.lines());
        }
    }

    private static void addFeedback(Attempt attempt, WrappedLines column) {
        Attempt.GradedAnswer reply = attempt.reply().orElseThrow();
        Line guess = Line.EMPTY
                .span(
                        attempt.isChoice() ? attempt.typedInFull() : Decimal.typeset(attempt.typedInFull()),
                        Tone.SECOND,
                        Weight.PLAIN)
                .dim(reply.sure().map(sure -> " (" + sure.word() + ")").orElse(""));
        boolean laid = attempt.question().within() > 0;
        boolean measured = laid && (!reply.isRight() || attempt.question().enough() > 0);
        Line is = Line.EMPTY.result(attempt.variant().shownAnswer());
        if (reply.isRight() && !laid) {
            column.hang(Line.EMPTY.result("right  "), guess);
        } else {
            column.hang(Line.EMPTY.dim(YOU), guess);
            column.hang(
                    reply.isRight() ? Line.EMPTY.result("Right: ") : Line.EMPTY.dim("right  "),
                    measured ? is.dim(" · ").warn(distance(attempt)) : is);
        }
        column.blank();
        List<String> revealed = reply.verdict().toLines().stream().skip(1).toList();
        List<String> explanation =
                reply.isRight() || revealed.isEmpty() ? attempt.variant().steps() : revealed;
        explanation.forEach(why -> column.wrap(Line.of(why)));
    }
}
