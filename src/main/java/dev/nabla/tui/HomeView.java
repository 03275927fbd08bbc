package dev.nabla.tui;

import dev.nabla.frame.Canvas;
import java.util.List;
import java.util.Optional;

/**
 * The list of sections.
 *
 * @param selected the one that Enter opens, by its position
 */
record HomeView(int selected) implements View {
    @Override
    public List<Place> places(TutorState state) {
        return List.of(Place.HOME, Place.EVERYWHERE);
    }

    @Override
    public Optional<Integer> section() {
        return Optional.empty();
    }

    @Override
    public Canvas draw(TutorState state) {
        return new HomeScreen(state.course(), state.learner().read(), selected).draw(state.size(), state.font());
    }

    @Override
    public TutorState go(Go go, TutorState state) {
        int last = state.course().sections().size() - 1;
        return switch (go) {
            case OPEN -> state.open(selected);
            case UP, DOWN, PAGE_UP, PAGE_DOWN, TOP, BOTTOM ->
                state.in(new HomeView(Scroll.to(go, selected, last, last)));
            default -> state;
        };
    }
}
