package dev.nabla.tui;

import dev.nabla.lesson.Kind;
import dev.nabla.lesson.Question;
import dev.nabla.lesson.Variant;
import dev.nabla.lesson.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A question in somebody's hands: what is typed, what was said to it, and the help that was asked for.
 *
 * @param question what is asked
 * @param round how often it has come back with other numbers
 * @param variant the question with the numbers of this round
 * @param editor what is typed
 * @param reply what was graded last
 * @param rating whether it waits to hear how sure the learner is, and holds the reply back
 * @param hints how many are shown
 * @param worked whether the solution is shown
 */
record Attempt(
        Question question,
        int round,
        Variant variant,
        Editor editor,
        Optional<Reply> reply,
        boolean rating,
        int hints,
        boolean worked) {

    /**
     * A graded answer.
     *
     * @param typed as it was typed
     * @param verdict what it is worth
     * @param sure how sure the learner was, if asked
     */
    record Reply(String typed, Verdict verdict, Optional<Sure> sure) {
        boolean isRight() {
            return verdict.kind() == Verdict.Kind.RIGHT;
        }

        /** Whether it is an answer at all, and no slip of the keyboard. */
        boolean counts() {
            return isRight() || verdict.kind() == Verdict.Kind.WRONG;
        }
    }

    /**
     * A question nobody has answered in this round.
     *
     * @throws dev.nabla.math.BadInput if its numbers cannot be computed
     */
    static Attempt of(Question question, long seed, int round) {
        return of(question, question.draw(seed), round);
    }

    /** The same with the numbers drawn already. */
    static Attempt of(Question question, Variant variant, int round) {
        return new Attempt(question, round, variant, Editor.EMPTY, Optional.empty(), false, 0, false);
    }

    /** Where keys are looked up while it is asked at these places. */
    List<Place> places(Place... at) {
        if (rating) {
            return List.of(Place.RATING, Place.EVERYWHERE);
        }
        List<Place> places = new ArrayList<>(List.of(at));
        if (isRight()) {
            places.add(0, Place.ANSWERED);
            places.add(Place.EVERYWHERE);
            return places;
        }
        if (isChoice()) {
            places.add(0, Place.CHOICE);
        }
        places.addAll(List.of(Place.TYPING, Place.EVERYWHERE));
        return places;
    }

    String id() {
        return question.id();
    }

    /** What has been said to the learner. */
    Optional<Reply> told() {
        return rating ? Optional.empty() : reply;
    }

    boolean isRight() {
        return told().filter(Reply::isRight).isPresent();
    }

    /** What a key makes of it, wherever it is asked; empty where the place says what the key does. */
    Optional<Attempt> on(Go go) {
        return switch (go) {
            case BACK -> Optional.of(unrated()).filter(held -> rating);
            case HINT -> Optional.of(hinted()).filter(held -> hasHint() && !isRight());
            case WORKED -> Optional.of(solved());
            case UP -> Optional.of(chosen(-1)).filter(held -> isChoice());
            case DOWN -> Optional.of(chosen(1)).filter(held -> isChoice());
            default -> Optional.empty();
        };
    }

    boolean isChoice() {
        return question.kind() == Kind.CHOICE;
    }

    Attempt typed(UnaryOperator<Editor> change) {
        return typed(change.apply(editor));
    }

    private Attempt typed(Editor other) {
        return isRight() || rating ? this : new Attempt(question, round, variant, other, reply, false, hints, worked);
    }

    /** Picks the option so many below the chosen one, round the ends. */
    private Attempt chosen(int by) {
        int count = variant.options().size();
        int now = editor.text().length() == 1 ? editor.text().charAt(0) - 'a' : by > 0 ? -1 : count;
        String letter = count == 0 ? "" : String.valueOf((char) ('a' + Math.floorMod(now + by, count)));
        return typed(new Editor(letter, letter.length()));
    }

    /** Grades what is typed; an answer that counts may have to wait for {@link #rated}. */
    Attempt graded(boolean asksSure) {
        boolean again = reply.filter(last -> last.typed().equals(editor.text())).isPresent();
        if (again || rating || isRight()) {
            return this;
        }
        Reply next = new Reply(editor.text(), variant.grade(editor.text()), Optional.empty());
        boolean first = reply.filter(Reply::counts).isEmpty();
        boolean waits = asksSure && first && next.counts();
        boolean over = next.verdict().kind() == Verdict.Kind.WRONG;
        return new Attempt(
                question,
                round,
                variant,
                over ? editor.answered() : editor,
                Optional.of(next),
                waits,
                waits ? hints : hintsWith(next),
                worked);
    }

    /** How many are shown once this has been said, which may bring the first along. */
    private int hintsWith(Reply said) {
        return said.verdict().hint().isPresent() ? Math.max(1, hints) : hints;
    }

    Attempt rated(Sure sure) {
        return !rating
                ? this
                : new Attempt(
                        question,
                        round,
                        variant,
                        editor,
                        reply.map(last -> new Reply(last.typed(), last.verdict(), Optional.of(sure))),
                        false,
                        reply.map(this::hintsWith).orElse(hints),
                        worked);
    }

    /** Back to typing, before anything was said. */
    private Attempt unrated() {
        Editor typing = editor.at(editor.cursor());
        return !rating ? this : new Attempt(question, round, variant, typing, Optional.empty(), false, hints, worked);
    }

    /** Whether another hint is left in this round; behind the solution there is none. */
    boolean hasHint() {
        return !worked && hints < variant.hints().size();
    }

    private Attempt hinted() {
        return rating ? this : new Attempt(question, round, variant, editor, reply, false, hints + 1, worked);
    }

    private Attempt solved() {
        return rating ? this : new Attempt(question, round, variant, editor, reply, false, hints, !worked);
    }

    /** How it comes back, in a few words: not every question has numbers to change. */
    String anew() {
        return question.varies() ? "with other numbers" : "once more";
    }

    /** Whether the answer was in reach of the eye: it does not count as known. */
    boolean helped() {
        return !hasHint();
    }

    /** What was typed last, in words: of a choice the option itself. */
    String typedInFull() {
        String typed = reply.map(Reply::typed).orElse(editor.text()).strip();
        int option = typed.length() == 1 ? Character.toLowerCase(typed.charAt(0)) - 'a' : -1;
        return option >= 0 && option < variant.options().size()
                ? variant.options().get(option)
                : typed;
    }
}
