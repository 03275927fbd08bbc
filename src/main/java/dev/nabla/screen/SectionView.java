package dev.nabla.screen;

import dev.nabla.frame.Line;
import dev.nabla.key.Effect;
import dev.nabla.key.Navigation;
import dev.nabla.lesson.Station.StationKind;
import dev.nabla.room.LearnerLocation;
import dev.nabla.room.LearnerLocation.Doing;
import dev.nabla.tutor.Walk;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A screen of a section. It shows a position of the walk through the section. */
sealed interface SectionView extends View
        permits StationView, SectionQuestionView, BlanksView, EndView, ExerciseListView {
    /** Returns the position in text and figures that this screen returns to. */
    Reading under();

    /** Returns the head of a screen of this section. */
    default ViewBlock.HeadBlock head(Line aside, ScreenState state) {
        return new ViewBlock.HeadBlock(
                ScreenLayout.title(under().section()),
                aside,
                Optional.of(new ViewBlock.RoadPlace(under().road(state), stationIndex(state))));
    }

    /** Returns the figure beside an exercise, in a section that has one. */
    default List<ViewBlock> figureBeside(ScreenState state) {
        return under().live(state).stream()
                .<ViewBlock>map(live -> new ViewBlock.LiveBlock(live, ViewBlock.FigureUse.BESIDE))
                .toList();
    }

    /** Returns the position that is shown. */
    default Walk walk() {
        return under().walk();
    }

    @Override
    default Optional<Reading> reading() {
        return Optional.of(under());
    }

    @Override
    default Optional<Walk> position() {
        return Optional.of(walk());
    }

    @Override
    default int stationIndex(ScreenState state) {
        return walk().station();
    }

    /** Returns what Enter does: go on to the next exercise of this station, else to the next station. */
    default Onward goOnAction(ScreenState state) {
        return new Onward(word(walk().following(state.tutor()), state), this::goOn);
    }

    /**
     * Returns what Enter does at an exercise: go on as above, or skip the exercise if it is not done.
     *
     * @param another the label if the next exercise belongs to the same station
     */
    default Onward goOnOrSkipAction(String another, ScreenState state) {
        Walk next = walk().following(state.tutor());
        String word = next.station() == walk().station() ? another : word(next, state);
        return new Onward(walk().isDone(state.tutor()) ? word : "skip", this::goOn);
    }

    private static String word(Walk next, ScreenState state) {
        return next.kind() == StationKind.READ
                ? "read on"
                : next.road(state.tutor()).name(next.beat());
    }

    @Override
    default String following(Effect effect, ScreenState state) {
        return effect != Navigation.ONWARD
                ? View.super.following(effect, state)
                : switch (walk().following(state.tutor()).kind()) {
                    case READ -> "the next page";
                    case GUESS, PLAY, GOALS -> "the figure";
                    case BLANKS, QUESTIONS -> "the next question";
                    case END -> "the end of the section";
                };
    }

    /** Shows the next position on the road. */
    default ScreenState goOn(ScreenState state) {
        return under().show(walk().onward(state.tutor()), state);
    }

    /**
     * Shows another exercise of this station.
     *
     * @param by offset from this exercise, wrapping round at the ends
     */
    default ScreenState anotherExercise(int by, ScreenState state) {
        return under().show(walk().anotherExercise(by, state.tutor()), state);
    }

    /** Returns to the text or the figure. From a page, Enter then leads back here. */
    default ScreenState close(ScreenState state) {
        Reading back = under().walk().kind() == StationKind.READ
                ? under().after(new Reading.LeftScreen(placeName(), this))
                : under();
        return state.show(back.view());
    }

    /** Returns words for the way back to this screen: {@code question 3}. */
    default String placeName() {
        return under().name();
    }

    /** Returns key labels that say where Esc leads: to the page or the figure below this screen. */
    default Map<Navigation, String> withWayBack(Map<Navigation, String> words) {
        words.put(Navigation.BACK, under().name());
        return words;
    }

    /** Goes to the previous station; stays at the first. */
    default ScreenState goBack(ScreenState state) {
        return walk().station() == 0 ? state : under().enter(walk().station() - 1, state);
    }

    @Override
    default LearnerLocation location(ScreenState state) {
        return new LearnerLocation(under().section().id(), Doing.READS, "");
    }
}
