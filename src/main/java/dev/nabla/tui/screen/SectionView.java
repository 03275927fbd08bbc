package dev.nabla.tui.screen;

import dev.nabla.lesson.Station.StationKind;
import dev.nabla.room.LearnerLocation;
import dev.nabla.room.LearnerLocation.Doing;
import dev.nabla.tutor.Walk;
import java.util.Optional;

/** Screens of a section: each shows a position of the walk through it. */
sealed interface SectionView extends View permits StationView, QuestionsView, BlanksView, EndView, PracticeView {
    /** Returns the text and the figures as they were left. */
    Reading under();

    /** Returns the position that is shown. */
    default Walk walk() {
        return under().walk();
    }

    @Override
    default Optional<Reading> reading() {
        return Optional.of(under());
    }

    @Override
    default int beat(ScreenState state) {
        return walk().station();
    }

    /** Goes on to the next station. */
    default Onward enterAction(ScreenState state) {
        return new Onward(word(walk().following(state.tutor()), state), this::goOn);
    }

    /**
     * Goes on from an exercise; one that is not done is skipped.
     *
     * @param another the word for another exercise of this station
     */
    default Onward enterAction(String another, ScreenState state) {
        Walk next = walk().following(state.tutor());
        String word = next.station() == walk().station() ? another : word(next, state);
        return new Onward(walk().isDone(state.tutor()) ? word : "skip", this::goOn);
    }

    private static String word(Walk next, ScreenState state) {
        return next.kind() == StationKind.READ
                ? "read on"
                : next.road(state.tutor()).name(next.beat());
    }

    /** Shows what follows on the road. */
    default ScreenState goOn(ScreenState state) {
        return under().show(walk().onward(state.tutor()), state);
    }

    /** Shows another exercise of this station, counted from this one and round the ends. */
    default ScreenState anotherExercise(int by, ScreenState state) {
        return under().show(walk().anotherExercise(by, state.tutor()), state);
    }

    /** Goes back to the text or the figure. */
    default ScreenState close(ScreenState state) {
        return state.show(under().view());
    }

    /** Goes to the station before; stays at the first. */
    default ScreenState goBack(ScreenState state) {
        return walk().station() == 0 ? state : under().enter(walk().station() - 1, state);
    }

    @Override
    default LearnerLocation where(ScreenState state) {
        return new LearnerLocation(under().section().id(), Doing.READS, "");
    }

    @Override
    default ScreenState resumed(ScreenState home) {
        Optional<Reading> same = under().reloaded(home.course());
        if (same.isEmpty()) {
            return home;
        }
        ScreenState opened = home.withTutor(home.tutor().open(same.get().section()));
        return again(same.get(), same.get().open(opened));
    }

    /**
     * This screen in a course that has been read anew.
     *
     * @param reading the section as it is in that course
     * @param there the state with the section on the screen
     */
    default ScreenState again(Reading reading, ScreenState there) {
        return there;
    }
}
