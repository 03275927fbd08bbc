package dev.nabla.screen;

import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import dev.nabla.frame.Wrap;
import dev.nabla.key.Effect;
import dev.nabla.key.KeyContext;
import dev.nabla.key.Navigation;
import dev.nabla.screen.part.Clip;
import dev.nabla.tutor.Road;
import dev.nabla.tutor.Road.Exercise;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The list of all exercises of a section: guesses, blanks, questions and goals.
 *
 * @param under the section, with its position and scrolling
 * @param from the screen to return to, such as a question whose answer is shown
 * @param selected index of the exercise that Enter opens, from 0
 */
record ExerciseListView(Reading under, View from, int selected) implements SectionView {
    /** Columns on the right that say how many exercises follow. */
    private static final int ASIDE = 8;

    /** Columns between the longest name and the texts. */
    private static final int GAP = 2;

    /** Columns from which the texts stand below each other. */
    private static final int ALIGNED = 60;

    /** Opens the list at the first exercise that is not done. A section without exercises shows a message. */
    static ScreenState open(Reading under, ScreenState state) {
        List<Exercise> all = exercises(under, state);
        if (all.isEmpty()) {
            return state.withNotice("This section has no exercises yet");
        }
        int open = ScreenLayout.first(i -> !all.get(i).done(), 0, all.size()).orElse(0);
        return state.show(new ExerciseListView(under, state.view(), open));
    }

    private static List<Exercise> exercises(Reading under, ScreenState state) {
        return under.road(state).exercises();
    }

    private ScreenState open(Exercise exercise, ScreenState state) {
        return under.show(walk().open(exercise, state.tutor()), state);
    }

    /** Returns to the screen from which the list was opened. */
    @Override
    public int stationIndex(ScreenState state) {
        return from.stationIndex(state);
    }

    @Override
    public Optional<View> below() {
        return Optional.of(from);
    }

    @Override
    public ScreenState close(ScreenState state) {
        return state.show(from);
    }

    @Override
    public ScreenState listExercises(ScreenState state) {
        return close(state);
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        return List.of(KeyContext.ONWARD, KeyContext.PRACTICE, KeyContext.SECTIONS, KeyContext.BACK);
    }

    /** Names the way back, which the key line then shows. */
    @Override
    public Map<Navigation, String> keyLabels(ScreenState state) {
        Map<Navigation, String> words = SectionView.super.keyLabels(state);
        words.put(Navigation.BACK, "back");
        return words;
    }

    @Override
    public Onward onward(ScreenState state) {
        return new Onward("try it", now -> open(exercises(under, now).get(selected), now));
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        List<Exercise> all = exercises(under, state);
        if (effect instanceof Effect.OpenRow clicked) {
            return open(all.get(clicked.row()), state);
        }
        Navigation go = Navigation.of(effect);
        return switch (go) {
            case BACK -> close(state);
            case UP, DOWN, PAGE_UP, PAGE_DOWN, TOP, BOTTOM ->
                state.withView(new ExerciseListView(
                        under,
                        from,
                        new ListPosition(all.size(), selected).moved(go).at()));
            default -> state;
        };
    }

    @Override
    public List<ViewBlock> blocks(ScreenState state) {
        Road road = under.road(state);
        List<ViewBlock.BlockRow> rows = road.exercises().stream()
                .map(each -> ViewBlock.BlockRow.of(road.name(each), Line.of(road.ask(each)))
                        .spoken(road.name(each)
                                + (road.isDeeper(each) ? ", deeper" : "")
                                + (each.done() ? ", done: " : ", to do: ")
                                + road.ask(each)))
                .toList();
        return List.of(
                head(Line.EMPTY.dim("practice"), state),
                new ViewBlock.RowsBlock(
                        "Exercises of section " + under.section().id(), ViewBlock.RowForm.LIST, rows));
    }

    @Override
    public void draw(Canvas canvas, ScreenState state) {
        Road road = under.road(state);
        List<Exercise> all = road.exercises();
        long open = all.stream().filter(exercise -> !exercise.done()).count();
        String left = open == 0 ? "All of it is done; it can be done again" : open + " of " + all.size() + " to do";
        Canvas body = ScreenLayout.exercise(Line.of(left), Line.EMPTY.dim("practice"), this, state, canvas);
        int names = all.stream()
                .mapToInt(exercise -> road.name(exercise).length() + GAP)
                .max()
                .orElse(0);
        int column = body.width() < ALIGNED ? 0 : names;
        List<List<Line>> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Exercise exercise = all.get(i);
            Line mark = Line.EMPTY.second(i == selected ? "► " : "  ");
            Line tick = exercise.done() ? mark.result("● ") : mark.dim("○ ");
            String called = road.name(exercise);
            Line name = tick.dim(called + " ".repeat(Math.max(1, column - called.length())));
            Line words =
                    Line.EMPTY.dim(road.isDeeper(exercise) ? "deeper: " : "").text(road.ask(exercise));
            int width = Math.max(1, Math.min(ScreenLayout.WIDEST, body.width() - 2 - ASIDE));
            List<Line> wrapped = Wrap.hanging(name, words, width, body.glyphs());
            Line clipped = Clip.to(Line.join(List.of(name, words), ""), width, body.glyphs());
            rows.add(i == selected ? wrapped : List.of(clipped));
        }
        ListPosition list = new ListPosition(all.size(), selected);
        list.put(rows, body);
        int below = list.below(rows, body.height());
        if (below > 0) {
            ScreenLayout.markMore(below + " more", body);
        }
    }
}
