package dev.nabla.frame;

/**
 * A column or row of a layout: its least and largest size, its share of the free cells, and when it is dropped.
 *
 * @param name key of its area in the result of {@link TrackLayout}
 * @param least cells it needs
 * @param most cells it can use
 * @param share weight for distributing the cells left over; 0 for a fixed width
 * @param rank 0 if it is never dropped; of the others the highest rank is dropped first
 */
public record Track(String name, int least, int most, int share, int rank) {
    public static Track fixed(String name, int cells) {
        return new Track(name, cells, cells, 0, 0);
    }

    /** Returns a track that is found by its place in a list. */
    public static Track fixed(int cells) {
        return fixed("", cells);
    }

    /** Returns a track of one blank cell, dropped at the given rank. */
    public static Track blank(int rank) {
        return fixed(1).goesAt(rank);
    }

    /** Returns a track with at least {@code least} cells that takes a share of the cells left over. */
    public static Track free(String name, int least) {
        return new Track(name, least, Integer.MAX_VALUE, 1, 0);
    }

    /** Returns a track that is found by its place in a list. */
    public static Track free(int least) {
        return free("", least);
    }

    public Track atMost(int cells) {
        return new Track(name, least, cells, share, rank);
    }

    public Track sharing(int parts) {
        return new Track(name, least, most, parts, rank);
    }

    public Track goesAt(int place) {
        return new Track(name, least, most, share, place);
    }
}
