package dev.nabla.tui.screen;

import java.util.Optional;

/** Screens of a section besides its text and its figures. */
sealed interface SectionView extends View permits AskingView, BlanksView, EndView, PracticeView {
    /** The section, as it was left. */
    ReadingView under();

    @Override
    default Optional<ReadingView> reading() {
        return Optional.of(under());
    }
}
