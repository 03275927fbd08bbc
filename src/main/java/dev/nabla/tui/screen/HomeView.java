package dev.nabla.tui.screen;

import dev.nabla.figure.FigureState;
import dev.nabla.frame.Canvas;
import dev.nabla.lesson.Section;
import dev.nabla.progress.Entry.Stood;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.Go;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tui.screen.ReadingView.Pane;
import dev.nabla.tutor.FigureRef;
import java.util.List;
import java.util.Optional;

/**
 * The list of sections.
 *
 * @param selected the one that Enter opens, by its position
 * @param left the section that led here, which opens again where it was left
 */
public record HomeView(int selected, Optional<ReadingView> left) implements View {
    /** Name of the handles on the sections. */
    public static final String SECTION = "section";

    public HomeView(int selected) {
        this(selected, Optional.empty());
    }

    /** Home at the section that was left off, else at the first that is not read. */
    static HomeView of(ScreenState state) {
        List<Section> sections = state.course().sections();
        Optional<Integer> left = leftOff(state);
        for (int i = 0; left.isEmpty() && i < sections.size(); i++) {
            if (sections.get(i).isWritten()
                    && !state.progress().isRead(sections.get(i).id())) {
                return new HomeView(i);
            }
        }
        return new HomeView(left.orElse(0));
    }

    /** The position of the section that was left off, if the course still has it. */
    static Optional<Integer> leftOff(ScreenState state) {
        List<Section> sections = state.course().sections();
        Optional<Stood> left = state.progress().leftOff();
        for (int i = 0; left.isPresent() && i < sections.size(); i++) {
            if (sections.get(i).id().equals(left.get().section())) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    @Override
    public List<KeyContext> keys(ScreenState state) {
        return List.of(KeyContext.HOME, KeyContext.EVERYWHERE);
    }

    @Override
    public Canvas draw(ScreenState state) {
        return new HomeScreen(state, selected).draw();
    }

    @Override
    public ScreenState update(Effect effect, ScreenState state) {
        if (effect instanceof Effect.Open open) {
            return opened(open.section(), state);
        }
        Go go = Go.of(effect);
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
    private ScreenState opened(int section, ScreenState state) {
        return left.filter(reading -> reading.position() == section)
                .map(state::in)
                .orElseGet(() -> state.open(section));
    }

    /** The section with its figure as it stood; the figure itself where it had been touched. */
    private static ScreenState resumed(int position, ScreenState state) {
        Stood stood = state.progress().leftOff().orElseThrow();
        ScreenState opened = state.open(position);
        int which = state.course()
                .sections()
                .get(position)
                .lesson()
                .map(lesson -> lesson.figure(stood.figure()))
                .orElse(0);
        FigureRef ref = new FigureRef(stood.section(), which);
        Optional<FigureState<?>> live = opened.tutor().figure(ref);
        if (live.isEmpty() || !(opened.view() instanceof ReadingView reading)) {
            return opened;
        }
        boolean touched = state.tutor().figure(ref).isPresent();
        ScreenState restored = touched ? opened : opened.with(opened.tutor().with(ref, stood.restore(live.get())));
        boolean figure = !stood.settings().isEmpty() && !ReadingView.fitsBoth(state.size());
        ReadingView there = reading.from(which, restored);
        return restored.in(figure ? there.at(Pane.FIGURE).from(BackStack.HOME) : there);
    }
}
