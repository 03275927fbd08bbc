package dev.nabla.cli;

/** A text is not JSON. */
final class BrokenJson extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int place;

    BrokenJson(int place) {
        super(null, null, false, false);
        this.place = place;
    }

    /** The first byte that does not belong there, counted from 0. */
    int place() {
        return place;
    }
}
