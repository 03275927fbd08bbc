package dev.nabla.tui.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import dev.nabla.lesson.question.Verdict.VerdictKind;
import dev.nabla.math.BadInput;
import dev.nabla.tui.key.Navigation;
import dev.nabla.tutor.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays out and draws a question being answered: prompt, options, the typed line, feedback, hints and worked steps. */
final class AttemptPane {
    private static final String PROMPT = "► ";

    private final Attempt attempt;
    private final WrappedLines column;
    private final int typed;

    AttemptPane(Attempt attempt, int width, Glyphs glyphs) {
        this(attempt, Wrap.lines(Line.of(attempt.variant().prompt()), room(width), glyphs), width, glyphs);
    }

    /** Lays out the question with given lines in place of its prompt, such as a worked example with a gap. */
    AttemptPane(Attempt attempt, List<Line> prompt, int width, Glyphs glyphs) {
        this.attempt = attempt;
        this.column = new WrappedLines(room(width), glyphs);
        List<Line> lines = column.lines();
        column.blank();
        lines.addAll(prompt);
        if (!attempt.variant().options().isEmpty()) {
            column.blank();
        }
        addOptions(attempt, "", column);
        column.blank();
        typed = lines.size();
        if (!attempt.isChoice()) {
            int room = Math.max(1, column.width() - glyphs.width(PROMPT));
            lines.add(Line.join(List.of(Line.EMPTY.dim(PROMPT), Clip.typed(attempt.editor(), room, glyphs)), ""));
        }
        attempt.reply().flatMap(reply -> reply.verdict().place()).ifPresent(this::addCaret);
        addFeedback();
        if (attempt.worked() || attempt.isRight()) {
            addSolution();
        } else {
            addHints();
        }
    }

    private static int room(int width) {
        return Math.max(1, Math.min(ScreenLayout.WIDEST, width));
    }

    /** Returns whether the question needs more than this number of rows. */
    boolean isCut(int rows) {
        return most(rows) > 0;
    }

    /** Returns how many lines the pane is scrolled up from its rest position after a key. */
    int scrolled(Navigation go, int rows, int up) {
        return rest(rows) - ScreenLayout.scrolled(go, from(rows, up), rows - 1, most(rows));
    }

    /** Returns the first visible line, from 0, when scrolled {@code up} lines from the rest position. */
    private int from(int rows, int up) {
        return Math.max(0, Math.min(most(rows), rest(rows) - up));
    }

    /** Returns the largest possible first visible line, from 0. */
    private int most(int rows) {
        return Math.max(0, ScreenLayout.fitting(column.lines(), rows).size() - rows);
    }

    /**
     * Returns the first visible line without scrolling by the student: the top before any feedback or help, then the
     * bottom.
     */
    private int rest(int rows) {
        boolean hasFeedback = attempt.reply().isPresent() || attempt.hints() > 0 || attempt.worked();
        return hasFeedback ? most(rows) : 0;
    }

    /**
     * Draws as many lines as fit. The typed line is always visible.
     *
     * @param up lines scrolled up from the rest position
     */
    void draw(Canvas canvas, int up) {
        int rows = Math.max(1, canvas.height());
        List<Line> fitting = ScreenLayout.fitting(column.lines(), rows);
        int from = from(rows, up);
        List<Line> shown = new ArrayList<>(fitting.subList(from, Math.min(from + rows, fitting.size())));
        Line editor = attempt.isChoice() ? shown.get(0) : column.lines().get(typed);
        if (!shown.contains(editor)) {
            shown.set(fitting.indexOf(editor) < from ? 0 : rows - 1, editor);
        }
        ScreenLayout.put(shown, 0, canvas);
    }

    /**
     * Adds the options to a column, each after {@code indent} and its digit or letter. The chosen option is reversed.
     */
    static void addOptions(Attempt attempt, String indent, WrappedLines column) {
        List<String> options = attempt.variant().options();
        for (int i = 0; i < options.size(); i++) {
            Weight weight = attempt.isChosen(i) ? Weight.REVERSE : Weight.PLAIN;
            Line mark = Line.EMPTY.second(indent + (char) ((attempt.isChoice() ? '1' : 'a') + i) + "  ");
            column.hang(mark, Line.EMPTY.span(options.get(i), Tone.TEXT, weight));
        }
    }

    /** Marks with a caret where parsing failed, if the text up to there is unchanged and the mark fits. */
    private void addCaret(BadInput.TextPosition place) {
        String text = attempt.editor().text();
        int at = place.position() - 1;
        boolean same = place.text().equals(text) && at <= text.length();
        int below = same ? column.glyphs().width(PROMPT + text.substring(0, at)) : column.width();
        if (below < column.width()) {
            column.lines().add(Line.EMPTY.warn(" ".repeat(below) + "^"));
        }
    }

    /** Adds the question about confidence, or the feedback and what kind of answer is expected. */
    private void addFeedback() {
        if (attempt.rating()) {
            column.wrap(Line.EMPTY
                    .span("How sure are you?  ", Tone.TEXT, Weight.BOLD)
                    .text("1 a hunch · 2 fairly · 3 certain"));
        } else {
            Optional<Attempt.GradedAnswer> reply = attempt.reply();
            reply.ifPresent(this::addVerdict);
            if (!attempt.isChoice() && (reply.isEmpty() || reply.get().typed().isBlank())) {
                column.wrap(Line.EMPTY.dim("type " + attempt.variant().wanted()));
            }
        }
    }

    private void addVerdict(Attempt.GradedAnswer reply) {
        VerdictKind kind = reply.verdict().kind();
        List<String> lines = reply.verdict().toLines();
        String first = lines.get(0);
        Line bold = Line.EMPTY.span(first, Tone.TEXT, Weight.BOLD);
        if (!attempt.isChoice()) {
            column.blank();
        }
        column.wrap(
                kind == VerdictKind.RIGHT
                        ? Line.EMPTY.result(first)
                        : kind == VerdictKind.UNREADABLE ? Line.of(first) : bold);
        lines.stream().skip(1).map(Line::of).forEach(column::wrap);
    }

    private void addHints() {
        attempt.variant().hints().stream().limit(attempt.hints()).forEach(hint -> {
            column.blank();
            column.wrap(Line.of(hint));
        });
        if (attempt.hints() > 0 && !attempt.hasHint()) {
            column.blank();
            column.wrap(Line.EMPTY.dim("That gives most of it away, so this question will come back once."));
        }
    }

    /** Adds the worked steps. They replace the hints because they contain everything the hints say. */
    private void addSolution() {
        column.blank();
        column.wrap(Line.EMPTY.dim("worked out"));
        for (String step : attempt.variant().steps()) {
            Line words = Line.EMPTY.span(step, Tone.FIRST, Weight.PLAIN);
            column.hang(Line.of("  "), words);
        }
    }
}
