package dev.nabla.screen;

import dev.nabla.figure.FigureState;
import dev.nabla.key.Navigation;
import dev.nabla.room.LearnerLocation;
import dev.nabla.room.LearnerLocation.Doing;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A figure of a section to play with.
 *
 * @param under the position of the figure, with the page beside it
 */
record PlayView(Reading under) implements StationView {
    @Override
    public PlayView withReading(Reading other) {
        return new PlayView(other);
    }

    @Override
    public ViewBlock.FigureUse use() {
        return ViewBlock.FigureUse.PLAYED;
    }

    @Override
    public List<ViewBlock> besideFigure(ScreenState state) {
        return List.of();
    }

    @Override
    public LearnerLocation location(ScreenState state) {
        return new LearnerLocation(under.section().id(), Doing.FIGURE, "");
    }

    @Override
    public Onward onward(ScreenState state) {
        return walk().runs(state.tutor()) ? running(state) : further(state).orElseGet(() -> goOnAction(state));
    }

    /** Returns to the page from which the figure was looked at; without one, leaves. */
    @Override
    public ScreenState leave(ScreenState state) {
        return under.left().map(left -> state.show(left.screen())).orElseGet(() -> StationView.super.leave(state));
    }

    @Override
    public Map<Navigation, String> keyLabels(ScreenState state) {
        Map<Navigation, String> words = StationView.super.keyLabels(state);
        under.left().ifPresent(left -> words.put(Navigation.BACK, left.name()));
        return words;
    }

    private Optional<Onward> further(ScreenState state) {
        return live(state)
                .flatMap(FigureState::onward)
                .map(command -> new Onward(command.word(), now -> act(live -> live.play(command.name()), now)));
    }
}
