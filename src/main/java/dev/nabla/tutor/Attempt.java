package dev.nabla.tutor;

import dev.nabla.figure.FigureState;
import dev.nabla.figure.Guess;
import dev.nabla.figure.Guess.Ghost;
import dev.nabla.lesson.question.AnswerType;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.lesson.question.Verdict;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A learner's attempt at a question: the typed answer, the last grade, and the help that was shown. It is over once it
 * is right or its answer is shown; a second wrong answer shows it.
 *
 * @param variant the question with the numbers of this round
 * @param round how often the question has come back with other numbers, from 0
 * @param editor the answer being typed
 * @param reply the last graded answer; empty before the first
 * @param rating whether the learner must first state a confidence; until then {@link #reply()} hides the reply
 * @param hints number of hints shown
 * @param misses number of wrong answers whose verdict was shown
 * @param isShown whether the right answer is shown, with its steps
 */
public record Attempt(
        QuestionInstance variant,
        int round,
        LineEditor editor,
        Optional<GradedAnswer> reply,
        boolean rating,
        int hints,
        int misses,
        boolean isShown) {
    /** Number of wrong answers after which the right one is shown. */
    public static final int MOST_MISSES = 2;

    /** The confidence of the learner in an answer, stated before the verdict. */
    public enum Confidence {
        GUESSING,
        FAIRLY,
        SURE;

        /** Returns the level that the journal stores, from 1 ({@link #GUESSING}) to 3 ({@link #SURE}). */
        public int level() {
            return ordinal() + 1;
        }

        public String word() {
            return this == GUESSING ? "a hunch" : this == FAIRLY ? "fairly sure" : "certain";
        }
    }

    /**
     * A graded answer.
     *
     * @param typed the answer as typed
     * @param verdict its grade
     * @param sure the confidence of the learner, if it was asked for
     */
    public record GradedAnswer(String typed, Verdict verdict, Optional<Confidence> sure) {
        public boolean isRight() {
            return verdict.kind() == Verdict.VerdictKind.RIGHT;
        }

        public boolean isWrong() {
            return verdict.kind() == Verdict.VerdictKind.WRONG;
        }

        /** Returns whether the answer is right or wrong. Unreadable and incomplete answers do not count. */
        public boolean counts() {
            return isRight() || isWrong();
        }
    }

    /** Returns an attempt with nothing typed, graded or shown. */
    public static Attempt of(QuestionInstance variant, int round) {
        return new Attempt(variant, round, LineEditor.EMPTY, Optional.empty(), false, 0, 0, false);
    }

    public String id() {
        return variant.id();
    }

    public Question question() {
        return variant.question();
    }

    /** Returns the last graded answer; empty while the confidence is awaited. */
    public Optional<GradedAnswer> reply() {
        return rating ? Optional.empty() : reply;
    }

    /** Returns whether the learner has seen the verdict of an answer that counts. */
    public boolean hasShownVerdict() {
        return reply().filter(GradedAnswer::counts).isPresent();
    }

    /** Returns whether an answer was graded or the right one was shown. */
    boolean isAnswered() {
        return isShown || reply.filter(GradedAnswer::counts).isPresent();
    }

    /** Returns what a figure must know of this attempt: the facts to hide until the verdict, and the ghost to draw. */
    public Guess about(FigureState<?> live) {
        List<String> hidden = question().play().map(Question.Play::hides).orElse(List.of());
        Optional<Ghost> ghost = live.ghost()
                .filter(laid -> question().within() > 0
                        && laid.at().size() == variant.numbers().size());
        return new Guess(hasShownVerdict() ? List.of() : hidden, ghost.map(this::ghostAtAnswer), hasShownVerdict());
    }

    /**
     * Moves the ghost to the graded or typed answer; leaves it at its first position if that is blank or unreadable.
     */
    private Ghost ghostAtAnswer(Ghost ghost) {
        String typed = hasShownVerdict() ? reply.orElseThrow().typed() : editor.text();
        try {
            return ghost.at(
                    typed.isBlank() ? ghost.at() : variant.typed(typed),
                    question().places());
        } catch (BadInput unreadable) {
            return ghost.at(ghost.at(), question().places());
        }
    }

    /** Returns a copy whose typed answer is the position of this ghost. */
    public Attempt withGhost(Ghost ghost) {
        return typing(ghost.text());
    }

    public boolean isRight() {
        return reply().filter(GradedAnswer::isRight).isPresent();
    }

    /** Returns whether the answer was right at once and without a hint. */
    public boolean isRightUnaided() {
        return isRight() && !isHelped();
    }

    /** Returns whether nothing can be answered any more: the answer is right, or it was shown. */
    public boolean isOver() {
        return isRight() || isShown;
    }

    /** Returns whether the last answer is wrong and nothing else has been typed since. */
    public boolean isMissed() {
        return misses > 0 && !isOver() && (isGraded() || editor.isBlank());
    }

    public boolean isChoice() {
        return question().kind() == AnswerType.CHOICE;
    }

    public Attempt typed(UnaryOperator<LineEditor> change) {
        return isOver() || rating
                ? this
                : new Attempt(variant, round, change.apply(editor), reply, false, hints, misses, false);
    }

    /** Returns a copy whose typed answer is this line. Nothing changes if nothing can be typed. */
    public Attempt typing(String line) {
        return typed(old -> new LineEditor(line, line.length()));
    }

    /**
     * Chooses the option {@code by} positions below the chosen one, wrapping at the ends. Without options nothing
     * changes.
     */
    public Attempt chosen(int by) {
        int count = variant.options().size();
        int now = editor.text().length() == 1 ? editor.text().charAt(0) - 'a' : by > 0 ? -1 : count;
        return count == 0 ? this : choosing(Math.floorMod(now + by, count));
    }

    /** Chooses an option, from 0, and drops any earlier choice. */
    public Attempt choosing(int option) {
        return typed(line -> new LineEditor(letter(option), 1));
    }

    public boolean isChosen(int option) {
        return isChoice() && editor.text().equals(letter(option));
    }

    private static String letter(int option) {
        return String.valueOf((char) ('a' + option));
    }

    /** Returns whether the typed answer may be graded: not yet graded, no confidence awaited, and not over. */
    boolean isNew() {
        return !isGraded() && !rating && !isOver();
    }

    /** Returns whether the typed answer is the one that was graded last. */
    public boolean isGraded() {
        return reply.filter(last -> last.typed().equals(editor.text())).isPresent();
    }

    /**
     * Grades the typed answer. The first answer that counts waits for {@link #rated} if {@code asksSure}, unless a hint
     * was shown.
     */
    public Attempt graded(boolean asksSure) {
        if (!isNew()) {
            return this;
        }
        GradedAnswer next = new GradedAnswer(editor.text(), variant.grade(editor.text()), Optional.empty());
        boolean first = reply.filter(GradedAnswer::counts).isEmpty();
        boolean waits = asksSure && hints == 0 && first && next.counts();
        LineEditor left = next.isWrong() ? editor.answered() : editor;
        Attempt graded = new Attempt(variant, round, left, Optional.of(next), waits, hints, misses, false);
        return waits ? graded : graded.told(next);
    }

    /** Returns a copy in which the verdict of an answer is shown. */
    private Attempt told(GradedAnswer said) {
        int missed = misses + (said.isWrong() ? 1 : 0);
        return new Attempt(
                variant, round, editor, Optional.of(said), false, hintsWith(said), missed, missed == MOST_MISSES);
    }

    /**
     * Returns the number of hints to show after this answer. A wrong one shows at least the first. After a mistake that
     * was named, an only hint stays hidden: the name helps already, and the last hint gives most of the answer away.
     */
    private int hintsWith(GradedAnswer answer) {
        if (answer.verdict().hint().isPresent()) {
            return Math.max(1, hints);
        }
        return answer.isWrong() ? Math.max(hints, Math.min(1, variant.hints().size() - 1)) : hints;
    }

    /** Returns a copy with the learner's confidence, which releases the verdict. */
    Attempt rated(Confidence sure) {
        return reply.map(last -> told(new GradedAnswer(last.typed(), last.verdict(), Optional.of(sure))))
                .orElse(this);
    }

    /** Returns to typing if a confidence is awaited, and drops the hidden verdict. */
    public Attempt unrated() {
        LineEditor typing = editor.at(editor.cursor());
        return !rating ? this : new Attempt(variant, round, typing, Optional.empty(), false, hints, misses, false);
    }

    /** Returns whether another hint can be shown. None can once the answer is shown. */
    public boolean hasHint() {
        return !isShown && hints < variant.hints().size();
    }

    public Attempt hinted() {
        return rating ? this : new Attempt(variant, round, editor, reply, false, hints + 1, misses, isShown);
    }

    /** Returns a copy whose right answer is shown, or hidden again. */
    public Attempt showing(boolean shown) {
        return rating ? this : new Attempt(variant, round, editor, reply, false, hints, misses, shown);
    }

    /**
     * Returns what asking again means: {@code once more, with other numbers}, or {@code once more} for a question
     * without numbers.
     */
    public String retryLabel() {
        return question().varies() ? "once more, with other numbers" : "once more";
    }

    /** Returns whether the learner was wrong before or has seen a hint or the answer. */
    public boolean isHelped() {
        return hints > 0 || misses > 0 || isShown;
    }

    /** Returns whether all help was shown (last hint or answer), so that a right answer does not count. */
    public boolean hasSeenAllHelp() {
        return !hasHint();
    }

    /** Returns what follows from having seen all help, as a sentence; empty before. */
    public Optional<String> costOfHints() {
        return hints > 0 && hasSeenAllHelp()
                ? Optional.of("That gives most of it away, so this question will come back once.")
                : Optional.empty();
    }

    /** Returns the last graded answer, else the typed one. A letter of a choice becomes the text of its option. */
    public String typedInFull() {
        String typed = reply.map(GradedAnswer::typed).orElse(editor.text()).strip();
        int option = typed.length() == 1 ? Character.toLowerCase(typed.charAt(0)) - 'a' : -1;
        return option >= 0 && option < variant.options().size()
                ? variant.options().get(option)
                : typed;
    }

    /** Returns what was answered, for people to read. */
    public String shownTyped() {
        return shown(typedInFull());
    }

    /** Returns the right answer, for people to read. */
    public String shownAnswer() {
        return shown(variant.answer());
    }

    /** Returns an answer with typographic minus signs, and with brackets if its numbers are a point. */
    private String shown(String answer) {
        int count = variant.numbers().size();
        String text = count > 0 ? Decimal.typeset(answer) : answer;
        return count > 1 && question().enough() == 0 ? "(" + text + ")" : text;
    }
}
