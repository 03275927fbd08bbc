package dev.nabla.tui;

/**
 * Looking for words in a text.
 *
 * @param query what is typed
 * @param typing whether it is still being typed
 * @param match which of the places found is looked at, from 0
 */
record Search(Editor query, boolean typing, int match) {
    static final Search BEGUN = new Search(Editor.EMPTY, true, 0);

    Search typed(Editor other) {
        return new Search(other, true, 0);
    }

    Search done() {
        return new Search(query, false, match);
    }

    /** The next or previous of so many places, round the ends. */
    Search beside(int by, int places) {
        return new Search(query, false, places == 0 ? 0 : Math.floorMod(match + by, places));
    }
}
