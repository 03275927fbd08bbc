package dev.nabla.tui;

import dev.nabla.figure.Live;
import dev.nabla.frame.Canvas;
import dev.nabla.lesson.Section;
import dev.nabla.progress.Entry.Stood;
import dev.nabla.tui.ReadingView.Pane;
import java.util.List;
import java.util.Optional;

/**
 * The list of sections.
 *
 * @param selected the one that Enter opens, by its position
 * @param left the section that led here, which opens again where it was left
 */
record HomeView(int selected, Optional<ReadingView> left) implements View {
    HomeView(int selected) {
        this(selected, Optional.empty());
    }

    /** Home at the section that was left off, else at the first that is not read. */
    static HomeView of(TutorState state) {
        List<Section> sections = state.course().sections();
        Optional<Integer> left = leftOff(state);
        for (int i = 0; left.isEmpty() && i < sections.size(); i++) {
            if (sections.get(i).isWritten()
                    && !state.learner().read().contains(sections.get(i).id())) {
                return new HomeView(i);
            }
        }
        return new HomeView(left.orElse(0));
    }

    /** The position of the section that was left off, if the course still has it. */
    static Optional<Integer> leftOff(TutorState state) {
        List<Section> sections = state.course().sections();
        Optional<Stood> left = state.learner().progress().leftOff();
        for (int i = 0; left.isPresent() && i < sections.size(); i++) {
            if (sections.get(i).id().equals(left.get().section())) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Place> places(TutorState state) {
        return List.of(Place.HOME, Place.EVERYWHERE);
    }

    @Override
    public Canvas draw(TutorState state) {
        return new HomeScreen(state, selected).draw();
    }

    @Override
    public TutorState go(Go go, TutorState state) {
        int last = state.course().sections().size() - 1;
        return switch (go) {
            case OPEN -> opened(selected, state);
            case RESUME ->
                leftOff(state)
                        .map(position -> resumed(position, state))
                        .orElseGet(() -> state.saying("You have not left off anywhere yet"));
            case REVIEW -> ReviewView.open(state);
            case UP, DOWN, PAGE_UP, PAGE_DOWN, TOP, BOTTOM ->
                state.in(new HomeView(Scroll.to(go, selected, last, last), left));
            default -> state;
        };
    }

    /** A section where it was left, else from its beginning. */
    TutorState opened(int section, TutorState state) {
        return left.filter(reading -> reading.position() == section)
                .map(state::in)
                .orElseGet(() -> state.open(section));
    }

    /** The section with its figure as it stood; the figure itself where it had been touched. */
    private static TutorState resumed(int position, TutorState state) {
        Stood stood = state.learner().progress().leftOff().orElseThrow();
        TutorState opened = state.open(position);
        int which = state.course()
                .sections()
                .get(position)
                .lesson()
                .map(lesson -> lesson.figure(stood.figure()))
                .orElse(0);
        Slot slot = new Slot(stood.section(), which);
        Live<?> live = opened.lives().get(slot);
        if (live == null || !(opened.view() instanceof ReadingView reading)) {
            return opened;
        }
        boolean touched = state.lives().containsKey(slot);
        TutorState restored = touched ? opened : opened.with(slot, stood.restore(live));
        boolean figure = !stood.settings().isEmpty() && !ReadingView.fitsBoth(state.size());
        ReadingView there = reading.from(which, restored);
        return restored.in(figure ? there.at(Pane.FIGURE).from(Origin.HOME) : there);
    }
}
