package dev.nabla.frame;

/**
 * A column or a row of a layout: how many cells it must have, how many it may have, and what it gives way to.
 *
 * @param name what {@link TrackLayout} calls its place
 * @param least cells it needs
 * @param most cells it can use
 * @param share of the cells left over, weighed against the shares of the others; 0 for a fixed width
 * @param rank 0 for what always stays; of the others the highest goes first where there is no room
 */
public record Track(String name, int least, int most, int share, int rank) {
    public static Track fixed(String name, int cells) {
        return new Track(name, cells, cells, 0, 0);
    }

    /** A blank cell, which goes at such a rank. */
    public static Track blank(int rank) {
        return fixed("", 1).goesAt(rank);
    }

    /** Takes what is left over, beyond its least. */
    public static Track free(String name, int least) {
        return new Track(name, least, Integer.MAX_VALUE, 1, 0);
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
