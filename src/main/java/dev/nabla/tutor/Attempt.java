package dev.nabla.tutor;

import dev.nabla.figure.FigureState;
import dev.nabla.figure.Guess;
import dev.nabla.figure.Guess.Ghost;
import dev.nabla.lesson.question.AnswerType;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.lesson.question.Verdict;
import dev.nabla.math.BadInput;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A question in somebody's hands: what is typed, what was said to it, and the help that was asked for.
 *
 * @param variant the question with the numbers of this round
 * @param round how often it has come back with other numbers
 * @param editor what is typed
 * @param reply what was graded last
 * @param rating whether it waits to hear how sure the learner is, and holds the reply back
 * @param hints how many are shown
 * @param worked whether the solution is shown
 */
public record Attempt(
        QuestionInstance variant,
        int round,
        LineEditor editor,
        Optional<GradedAnswer> reply,
        boolean rating,
        int hints,
        boolean worked) {

    /** How sure somebody is of an answer, before the verdict. */
    public enum Confidence {
        GUESSING,
        FAIRLY,
        SURE;

        /** From 1 to 3. */
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
     * @param typed as it was typed
     * @param verdict what it is worth
     * @param sure how sure the learner was, if asked
     */
    public record GradedAnswer(String typed, Verdict verdict, Optional<Confidence> sure) {
        public boolean isRight() {
            return verdict.kind() == Verdict.VerdictKind.RIGHT;
        }

        /** True if it is an answer at all, and no slip of the keyboard. */
        public boolean counts() {
            return isRight() || verdict.kind() == Verdict.VerdictKind.WRONG;
        }
    }

    /** A question nobody has answered in this round. */
    public static Attempt of(QuestionInstance variant, int round) {
        return new Attempt(variant, round, LineEditor.EMPTY, Optional.empty(), false, 0, false);
    }

    public String id() {
        return variant.id();
    }

    public Question question() {
        return variant.question();
    }

    /** What has been said to the learner. */
    public Optional<GradedAnswer> reply() {
        return rating ? Optional.empty() : reply;
    }

    /** True once the answer is out. */
    public boolean isTold() {
        return reply().filter(GradedAnswer::counts).isPresent();
    }

    /** What a figure is to know of it: what would tell the answer, and where a ghost is laid on its picture. */
    public Guess about(FigureState<?> live) {
        List<String> hidden = question().play().map(Question.Play::hides).orElse(List.of());
        Optional<Ghost> ghost = live.ghost()
                .filter(laid -> question().within() > 0
                        && laid.at().size() == variant.numbers().size());
        return new Guess(isTold() ? List.of() : hidden, ghost.map(this::laid), isTold());
    }

    /** Where the answer says, or where it lies at first. */
    private Ghost laid(Ghost ghost) {
        String typed = isTold() ? reply.orElseThrow().typed() : editor.text();
        try {
            return ghost.at(
                    typed.isBlank() ? ghost.at() : variant.typed(typed),
                    question().places());
        } catch (BadInput unreadable) {
            return ghost.at(ghost.at(), question().places());
        }
    }

    /** With another place of the ghost in answer. */
    public Attempt laying(Ghost ghost) {
        return typed(line -> new LineEditor(ghost.text(), ghost.text().length()));
    }

    public boolean isRight() {
        return reply().filter(GradedAnswer::isRight).isPresent();
    }

    public boolean isChoice() {
        return question().kind() == AnswerType.CHOICE;
    }

    public Attempt typed(UnaryOperator<LineEditor> change) {
        return isRight() || rating
                ? this
                : new Attempt(variant, round, change.apply(editor), reply, false, hints, worked);
    }

    /** Picks the option so many below the chosen one, round the ends. */
    public Attempt chosen(int by) {
        int count = variant.options().size();
        int now = editor.text().length() == 1 ? editor.text().charAt(0) - 'a' : by > 0 ? -1 : count;
        return count == 0 ? this : choosing(Math.floorMod(now + by, count));
    }

    /** Chooses an option, from 0, in place of any other. */
    public Attempt choosing(int option) {
        return typed(line -> new LineEditor(letter(option), 1));
    }

    public boolean isChosen(int option) {
        return isChoice() && editor.text().equals(letter(option));
    }

    private static String letter(int option) {
        return String.valueOf((char) ('a' + option));
    }

    /** True if what is typed waits for a verdict that it has not got yet. */
    boolean isNew() {
        return !isGraded() && !rating && !isRight();
    }

    /** True if what is typed has its verdict. */
    public boolean isGraded() {
        return reply.filter(last -> last.typed().equals(editor.text())).isPresent();
    }

    /** Grades what is typed; an answer that counts may have to wait for {@link #rated}. */
    Attempt graded(boolean asksSure) {
        if (!isNew()) {
            return this;
        }
        GradedAnswer next = new GradedAnswer(editor.text(), variant.grade(editor.text()), Optional.empty());
        boolean first = reply.filter(GradedAnswer::counts).isEmpty();
        boolean waits = asksSure && first && next.counts();
        LineEditor left = next.verdict().kind() == Verdict.VerdictKind.WRONG ? editor.answered() : editor;
        return new Attempt(variant, round, left, Optional.of(next), waits, waits ? hints : hintsWith(next), worked);
    }

    /** Grades a whole line, whatever was said before; nothing of it stays typed. */
    Attempt answering(String line, boolean asksSure) {
        Attempt graded = of(variant, round)
                .typed(empty -> new LineEditor(line, line.length()))
                .graded(asksSure);
        return new Attempt(variant, round, LineEditor.EMPTY, graded.reply, graded.rating, graded.hints, graded.worked);
    }

    /** How many are shown once this has been said, which may bring the first along. */
    private int hintsWith(GradedAnswer said) {
        return said.verdict().hint().isPresent() ? Math.max(1, hints) : hints;
    }

    /** With what was held back, and how sure the learner was of it. */
    Attempt rated(Confidence sure) {
        Optional<GradedAnswer> told =
                reply.map(last -> new GradedAnswer(last.typed(), last.verdict(), Optional.of(sure)));
        return new Attempt(
                variant, round, editor, told, false, told.map(this::hintsWith).orElse(hints), worked);
    }

    /** Back to typing, before anything was said. */
    public Attempt unrated() {
        LineEditor typing = editor.at(editor.cursor());
        return !rating ? this : new Attempt(variant, round, typing, Optional.empty(), false, hints, worked);
    }

    /** True if another hint is left in this round; behind the solution there is none. */
    public boolean hasHint() {
        return !worked && hints < variant.hints().size();
    }

    public Attempt hinted() {
        return rating ? this : new Attempt(variant, round, editor, reply, false, hints + 1, worked);
    }

    public Attempt solved() {
        return rating ? this : new Attempt(variant, round, editor, reply, false, hints, !worked);
    }

    /** How it comes back, in a few words: not every question has numbers to change. */
    public String retryLabel() {
        return question().varies() ? "with other numbers" : "once more";
    }

    /** True if the answer was in reach of the eye: it does not count as known. */
    public boolean hasSeenAllHelp() {
        return !hasHint();
    }

    /** What was typed last, in words: of a choice the option itself. */
    public String typedInFull() {
        String typed = reply.map(GradedAnswer::typed).orElse(editor.text()).strip();
        int option = typed.length() == 1 ? Character.toLowerCase(typed.charAt(0)) - 'a' : -1;
        return option >= 0 && option < variant.options().size()
                ? variant.options().get(option)
                : typed;
    }
}
