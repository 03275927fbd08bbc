package dev.nabla.figure.part;

import dev.nabla.gpt.Film;

/** What is left of the pieces of work that a figure may do before it is shown, as {@link dev.nabla.figure.Figure.Work} has them. */
public final class Pieces {
    private int left;

    public Pieces(int left) {
        this.left = left;
    }

    /** Takes one; false where none is left. */
    public boolean take() {
        return left-- > 0;
    }

    /** The step to which a film comes on the way to this one. */
    public int trains(Film film, long step) {
        int reached = film.approach((int) step, 0);
        while (reached < step && take()) {
            reached = film.approach((int) step, Film.PIECE);
        }
        return reached;
    }

    /** True once all held-out names are read after a step. */
    public boolean examines(Film film, int step) {
        boolean read = film.examine(step, 0);
        while (!read && take()) {
            read = film.examine(step, Film.PIECE);
        }
        return read;
    }
}
