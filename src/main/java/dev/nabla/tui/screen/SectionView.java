package dev.nabla.tui.screen;

import dev.nabla.room.Whereabouts;
import dev.nabla.room.Whereabouts.Doing;
import java.util.Optional;

/** Screens of a section besides its text and its figures. */
sealed interface SectionView extends View permits AskingView, BlanksView, EndView, PracticeView {
    /** The section, as it was left. */
    ReadingView under();

    @Override
    default Optional<ReadingView> reading() {
        return Optional.of(under());
    }

    @Override
    default Whereabouts where(ScreenState state) {
        return new Whereabouts(under().section().id(), Doing.READS, "");
    }

    @Override
    default ScreenState resumed(ScreenState home) {
        return under().reread(home)
                .map(reading -> again(reading, reading.resumedIn(home)))
                .orElse(home);
    }

    /**
     * This screen in a course that has been read anew.
     *
     * @param reading the section as it is in that course
     * @param there the state with the section on the screen
     */
    default ScreenState again(ReadingView reading, ScreenState there) {
        return there;
    }
}
