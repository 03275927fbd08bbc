package dev.nabla.screen;

import dev.nabla.figure.WorkedSteps;
import dev.nabla.frame.Area;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.frame.Wrap;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.question.QuestionText;
import dev.nabla.lesson.question.Verdict.VerdictKind;
import dev.nabla.math.BadInput;
import dev.nabla.screen.part.AttemptKeys;
import dev.nabla.screen.part.ClickTarget;
import dev.nabla.screen.part.Clip;
import dev.nabla.screen.part.ConfidencePrompt;
import dev.nabla.screen.part.WrappedLines;
import dev.nabla.tutor.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lays out and draws a question being answered: prompt, options, the typed line, feedback, hints, and once it is over
 * the answer with its steps.
 */
final class AttemptPane {
    private static final String PROMPT = "► ";
    private static final String THE_ANSWER = "the answer";
    /** Widths in columns: of the marks before an option, and between the widest option and what stands behind. */
    private static final int INDENT = 5;

    private static final int GAP = 5;
    private static final ConfidencePrompt CONFIDENCE = new ConfidencePrompt("   ");

    /**
     * Words of the screen around the question.
     *
     * @param takesSums whether to say that a calculation can be typed
     * @param after lines below a shown answer
     */
    record Notes(boolean takesSums, List<Line> after) {
        static final Notes NONE = new Notes(false, List.of());

        static Notes of(ViewBlock.AttemptBlock asked) {
            List<Line> after = new ArrayList<>();
            asked.explained().ifPresent(page -> after.add(Line.EMPTY.dim(page.sentence())));
            if (!asked.back().isEmpty()) {
                after.add(Line.EMPTY.dim(asked.back()));
            }
            return new Notes(asked.takesSums(), after);
        }
    }

    private final Attempt attempt;
    private final Notes notes;
    private final WrappedLines column;
    private final List<List<Line>> options = new ArrayList<>();
    private final int typed;
    /** The lines that explain the mistake: from the first (inclusive) to the last (exclusive). */
    private final int revealFrom;

    private final int revealTo;
    /** The line that asks for the confidence, from 0; -1 for none. */
    private int confidence = -1;

    AttemptPane(Attempt attempt, Notes notes, int width, Glyphs glyphs) {
        this(attempt, Wrap.lines(Line.of(attempt.variant().prompt()), room(width), glyphs), notes, width, glyphs);
    }

    /** Lays out the question with given lines in place of its prompt, such as a worked example with a gap. */
    AttemptPane(Attempt attempt, List<Line> prompt, Notes notes, int width, Glyphs glyphs) {
        this.attempt = attempt;
        this.notes = notes;
        this.column = new WrappedLines(room(width), glyphs);
        List<Line> lines = column.lines();
        column.blank();
        lines.addAll(prompt);
        if (!attempt.variant().options().isEmpty()) {
            column.blank();
        }
        boolean marked = addOptions();
        column.blank();
        typed = lines.size();
        if (!attempt.isChoice()) {
            int room = Math.max(1, column.width() - glyphs.width(PROMPT));
            Line said = attempt.isShown()
                    ? Line.EMPTY.warn(attempt.editor().text())
                    : Clip.typed(attempt.editor(), room, glyphs);
            lines.add(Line.join(List.of(Line.EMPTY.dim(PROMPT), said), ""));
        }
        attempt.reply().flatMap(reply -> reply.verdict().place()).ifPresent(this::addCaret);
        revealFrom = lines.size();
        addFeedback(marked);
        revealTo = lines.size();
        if (attempt.isShown()) {
            addAnswer();
        }
        if (attempt.isOver()) {
            addSolution();
        } else {
            addHints();
        }
        if (attempt.isShown() && !notes.after().isEmpty()) {
            column.blank();
            notes.after().forEach(column::wrap);
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
        return Math.max(0, fitting(rows).size() - rows);
    }

    /**
     * Returns the lines without the blank ones if all do not fit. Then a shown answer leaves out what explains the
     * mistake.
     */
    private List<Line> fitting(int rows) {
        List<Line> all = ScreenLayout.fitting(column.lines(), rows);
        if (all.size() <= rows || !attempt.isShown()) {
            return all;
        }
        List<Line> brief = new ArrayList<>(column.lines());
        brief.subList(revealFrom, revealTo).clear();
        return ScreenLayout.fitting(brief, rows);
    }

    /**
     * Returns the first visible line without scrolling by the student: the top before any feedback or help and once the
     * answer is shown, else the bottom.
     */
    private int rest(int rows) {
        boolean said = attempt.reply().isPresent() || attempt.hints() > 0;
        return said && !attempt.isShown() ? most(rows) : 0;
    }

    /**
     * Draws as many lines as fit. The typed line is always visible.
     *
     * @param up lines scrolled up from the rest position
     */
    void draw(Canvas canvas, int up) {
        int rows = Math.max(1, canvas.height());
        List<Line> fitting = fitting(rows);
        int from = from(rows, up);
        List<Line> shown = new ArrayList<>(fitting.subList(from, Math.min(from + rows, fitting.size())));
        Line editor = attempt.isChoice() || attempt.isOver()
                ? shown.get(0)
                : column.lines().get(typed);
        if (!shown.contains(editor)) {
            shown.set(fitting.indexOf(editor) < from ? 0 : rows - 1, editor);
        }
        ScreenLayout.put(shown, 0, canvas);
        if (from + rows < fitting.size() && shown.get(rows - 1) != editor) {
            ScreenLayout.markMore(WorkedSteps.count(fitting.size() - from - rows, "more line"), canvas);
        }
        for (int y = 0; y < shown.size() && y < canvas.height() && AttemptKeys.options(attempt) > 0; y++) {
            letClick(shown.get(y), new Area(0, y, canvas.width(), 1), canvas);
        }
        int asked = confidence < 0 ? -1 : shown.indexOf(column.lines().get(confidence));
        if (asked >= 0) {
            CONFIDENCE.letClick(1, asked, canvas);
        }
    }

    /** Lets the mouse choose the option that a drawn line belongs to. */
    private void letClick(Line drawn, Area row, Canvas canvas) {
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).stream().anyMatch(line -> line == drawn)) {
                ClickTarget.OPTION.mark(i, row, canvas);
            }
        }
    }

    /**
     * Adds the options, each after its mark. Marks the chosen one, and behind the one graded last its verdict, also
     * while another is chosen. Returns whether the verdict stands there.
     */
    private boolean addOptions() {
        List<String> words = attempt.variant().options();
        boolean graded = attempt.isChoice() && attempt.reply().isPresent() && !attempt.rating() && !attempt.isRight();
        int widest = words.stream().mapToInt(column.glyphs()::width).max().orElse(0);
        String verdict = attempt.misses() > 1 ? "not this either" : "not yet";
        boolean fits = INDENT + widest + GAP + Math.max(verdict.length(), THE_ANSWER.length()) <= column.width();
        for (int i = 0; i < words.size(); i++) {
            boolean answer = attempt.isChoice()
                    && attempt.isShown()
                    && words.get(i).equals(attempt.variant().answer());
            boolean missed = graded && words.get(i).equals(attempt.typedInFull());
            String behind = !fits ? "" : answer ? THE_ANSWER : missed ? verdict : "";
            boolean chosen = attempt.isChosen(i);
            Line mark = answer
                    ? Line.EMPTY.result("● ")
                    : chosen && missed ? Line.EMPTY.warn("► ") : Line.EMPTY.second(chosen ? "► " : "  ");
            Weight weight = chosen && !missed ? Weight.REVERSE : Weight.PLAIN;
            int before = column.lines().size();
            column.hang(
                    mark.second((char) ((attempt.isChoice() ? '1' : 'a') + i) + "  "),
                    Line.EMPTY.span(words.get(i), Tone.TEXT, weight));
            List<Line> all = column.lines();
            if (!behind.isEmpty()) {
                String gap = " ".repeat(GAP + widest - column.glyphs().width(words.get(i)));
                all.set(before, all.get(before).dim(gap + behind));
            }
            options.add(List.copyOf(all.subList(before, all.size())));
        }
        return graded && fits;
    }

    /**
     * Adds the options to a column, each after {@code indent} and its digit or letter. The chosen option is reversed.
     * Returns the lines of each option.
     */
    static List<List<Line>> addOptions(Attempt attempt, String indent, WrappedLines column) {
        List<String> options = attempt.variant().options();
        List<List<Line>> lines = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            int before = column.lines().size();
            Weight weight = attempt.isChosen(i) ? Weight.REVERSE : Weight.PLAIN;
            Line mark = Line.EMPTY.second(indent + (char) ((attempt.isChoice() ? '1' : 'a') + i) + "  ");
            column.hang(mark, Line.EMPTY.span(options.get(i), Tone.TEXT, weight));
            lines.add(List.copyOf(column.lines().subList(before, column.lines().size())));
        }
        return lines;
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

    /**
     * Adds the question about confidence, or the feedback and what kind of answer is expected.
     *
     * @param marked whether the verdict stands behind the option already
     */
    private void addFeedback(boolean marked) {
        if (attempt.rating()) {
            confidence = column.lines().size();
            column.lines().add(CONFIDENCE.line());
        } else {
            Optional<Attempt.GradedAnswer> told = attempt.reply();
            told.ifPresent(reply -> addVerdict(reply, marked));
            boolean asks = told.isEmpty() || told.get().typed().isBlank();
            if (!attempt.isChoice() && !attempt.isOver() && asks) {
                column.wrap(Line.EMPTY.dim("type " + attempt.variant().wanted()));
                if (notes.takesSums()) {
                    column.wrap(Line.EMPTY.dim(QuestionText.SUMS));
                }
            }
        }
    }

    private void addVerdict(Attempt.GradedAnswer reply, boolean marked) {
        VerdictKind kind = reply.verdict().kind();
        List<String> told = reply.verdict().toLines(attempt.misses());
        boolean anotherChosen = attempt.isChoice() && !attempt.isGraded();
        boolean askedToSee = attempt.isShown() && attempt.misses() == 1; // the answer below says it
        if (marked || anotherChosen || askedToSee) {
            told.stream().skip(1).map(Line::of).forEach(column::wrap);
            return;
        }
        String first = told.get(0);
        Line bold = Line.EMPTY.span(first, Tone.TEXT, Weight.BOLD);
        if (!attempt.isChoice()) {
            column.blank();
        }
        column.wrap(
                kind == VerdictKind.RIGHT
                        ? Line.EMPTY.result(first)
                        : kind == VerdictKind.UNREADABLE ? Line.of(first) : bold);
        told.stream().skip(1).map(Line::of).forEach(column::wrap);
    }

    private void addHints() {
        attempt.variant().hints().stream().limit(attempt.hints()).forEach(hint -> {
            column.blank();
            column.wrap(Line.of(hint));
        });
        attempt.costOfHints().ifPresent(cost -> {
            column.blank();
            column.wrap(Line.EMPTY.dim(cost));
        });
    }

    /** Adds the answer, unless it is marked among the options. */
    private void addAnswer() {
        if (!attempt.isChoice()) {
            column.blank();
            column.hang(
                    Line.EMPTY.result("● "), Line.EMPTY.result(attempt.variant().shownAnswer()));
            int last = column.lines().size() - 1;
            Line line = column.lines().get(last).dim("   " + THE_ANSWER);
            if (column.glyphs().width(line) <= column.width()) {
                column.lines().set(last, line);
            }
        }
    }

    /** Adds the worked steps. They replace the hints because they contain everything the hints say. */
    private void addSolution() {
        List<String> steps = attempt.variant().steps();
        if (steps.isEmpty()) {
            return;
        }
        column.blank();
        column.wrap(Line.EMPTY.dim("worked out"));
        for (String step : steps) {
            Line words = Line.EMPTY.span(step, Tone.FIRST, Weight.PLAIN);
            column.hang(Line.of("  "), words);
        }
    }
}
