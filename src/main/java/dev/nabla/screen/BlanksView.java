package dev.nabla.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.PageRef;
import dev.nabla.lesson.ProseLayout;
import dev.nabla.room.LearnerLocation;
import dev.nabla.room.LearnerLocation.Doing;
import dev.nabla.screen.part.AttemptKeys;
import dev.nabla.tutor.Attempt;
import dev.nabla.tutor.Practice;
import dev.nabla.tutor.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The worked examples of a section as practice: the last lines are left out and the learner fills them in. Practice is
 * not journaled.
 *
 * @param under the section to return to, with its position and scrolling
 * @param walk the position of the example
 */
record BlanksView(Reading under, Walk walk) implements SectionView {
    private int examples() {
        return under.lesson().examples().size();
    }

    private Practice practice(ScreenState state) {
        return walk.practice(state.tutor()).orElseThrow();
    }

    @Override
    public List<ViewBlock> blocks(ScreenState state) {
        Practice practice = practice(state);
        List<ViewBlock> blocks = new ArrayList<>(
                List.of(head(Line.EMPTY.dim("worked example"), state), new ViewBlock.ExampleBlock(practice)));
        if (!practice.isOver()) {
            blocks.add(asked(state));
        }
        blocks.addAll(figureBeside(state));
        return blocks;
    }

    private ViewBlock.AttemptBlock asked(ScreenState state) {
        return ViewBlock.AttemptBlock.of(
                "", ViewBlock.QuestionKind.BLANK, practice(state).attempt(), state);
    }

    @Override
    public LearnerLocation location(ScreenState state) {
        return new LearnerLocation(under.section().id(), Doing.BLANKS, "");
    }

    @Override
    public int options(ScreenState state) {
        return AttemptKeys.options(practice(state).attempt());
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        List<KeyContext> several = examples() > 1 ? List.of(KeyContext.SEVERAL) : List.of();
        if (!practice(state).isOver()) {
            List<KeyContext> keys = AttemptKeys.of(practice(state).attempt(), several);
            if (practice(state).attempt().isOver()) {
                keys.addAll(List.of(KeyContext.ANSWERED, KeyContext.SECTIONS));
                keys.remove(KeyContext.ANEW);
            }
            return keys;
        }
        List<KeyContext> keys = new ArrayList<>(List.of(KeyContext.ONWARD, KeyContext.ANEW, KeyContext.BACK));
        keys.addAll(several);
        keys.addAll(List.of(KeyContext.ANSWERED, KeyContext.SECTIONS));
        return keys;
    }

    @Override
    public Map<Navigation, String> keyLabels(ScreenState state) {
        Map<Navigation, String> words = SectionView.super.keyLabels(state);
        Attempt attempt = practice(state).attempt();
        if (!practice(state).isOver() && AttemptKeys.explains(attempt)) {
            state.course()
                    .explaining(attempt.question())
                    .ifPresent(page -> words.put(Navigation.EXPLAIN, page.label()));
        }
        return withWayBack(words);
    }

    @Override
    public String placeName() {
        return "the blanks";
    }

    /** Returns what Enter does: check the answer, show the right one after a wrong one, or pass the blank. */
    @Override
    public Onward onward(ScreenState state) {
        Practice practice = practice(state);
        Attempt attempt = practice.attempt();
        if (practice.isOver()) {
            return goOnOrSkipAction("next example", state);
        }
        if (attempt.isMissed()) {
            return new Onward("show me", now -> withPractice(practice.withAttempt(attempt.showing(true)), now));
        }
        return attempt.isOver() || attempt.editor().isBlank() || attempt.isGraded()
                ? new Onward(attempt.isOver() ? "go on" : "skip", now -> withPractice(practice.onward(), now))
                : new Onward("check", now -> withPractice(practice.graded(), now));
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        Practice practice = practice(state);
        Optional<Attempt> next = AttemptKeys.changed(effect, practice.attempt());
        if (next.isPresent() && !practice.isOver()) {
            return withPractice(practice.withAttempt(next.get()), state);
        }
        return switch (Navigation.of(effect)) {
            case BACK -> close(state);
            case BEFORE -> goBack(state);
            case NEXT -> anotherExercise(1, state);
            case PREVIOUS -> anotherExercise(-1, state);
            case ANEW -> withPractice(practice.withOtherNumbers(), state);
            case WORKED -> withPractice(practice.withAttempt(practice.attempt().showing(true)), state);
            case EXPLAIN -> ExplanationView.open(practice.attempt(), "the blank", this, state);
            default -> state;
        };
    }

    private ScreenState withPractice(Practice practice, ScreenState state) {
        return state.after(state.tutor().practised(under.section().id(), practice))
                .withView(this);
    }

    /** Returns the page that stands beside a shown answer on a wide screen. */
    private Optional<PageRef> pageBeside(ScreenState state) {
        Practice practice = practice(state);
        return !practice.isOver() && practice.attempt().isShown() && Reading.fitsBoth(state.size())
                ? state.course().explaining(practice.attempt().question())
                : Optional.empty();
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        Practice practice = practice(state);
        String which = "worked example" + (examples() == 1 ? "" : " " + (walk.index() + 1) + " of " + examples());
        Canvas body = ScreenLayout.indented(ScreenLayout.exercise(
                Line.of("Practice with new numbers, no score"),
                Line.EMPTY.dim(which),
                pageBeside(state),
                this,
                state,
                canvas));
        int room = Math.max(1, Math.min(ScreenLayout.WIDEST, body.width() - 2));
        List<Line> solution = new ArrayList<>(new ProseLayout(room, body.glyphs())
                .steps(practice.solution(), practice.example().blanks(), practice.past()));
        if (practice.isOver()) {
            solution.add(0, Line.EMPTY);
            solution.add(Line.EMPTY);
            solution.add(
                    practice.blanksLeft() == 0
                            ? Line.EMPTY.result(practice.result() + ".")
                            : Line.EMPTY.dim(practice.result()));
            ScreenLayout.put(solution, Math.max(0, solution.size() - body.height()), body);
        } else {
            AttemptPane.Notes notes = AttemptPane.Notes.of(asked(state));
            new AttemptPane(practice.attempt(), solution, notes, body.width() - 2, body.glyphs()).draw(body, 0);
        }
    }
}
