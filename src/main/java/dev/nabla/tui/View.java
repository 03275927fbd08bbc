package dev.nabla.tui;

/** Which screen is shown. */
sealed interface View {
    /** The list of sections. */
    record Home(int selected) implements View {}

    /**
     * A section.
     *
     * @param section its position in the course, from 0
     * @param pane what of it is shown
     * @param scroll first line of the text shown
     */
    record Reading(int section, Pane pane, int scroll) implements View {}

    /** All keys, over another screen. */
    record Help(View under, int scroll) implements View {}

    /** What of a section is shown. */
    enum Pane {
        TEXT,
        FIGURE,
        /** Beside each other. */
        BOTH
    }
}
