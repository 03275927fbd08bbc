package dev.nabla.gpt;

import java.util.Arrays;

/** The loss of each step so far, compared by value; one that goes on from another shares what that one has. */
public final class Losses {
    static final Losses NONE = new Losses(null, new double[0]);

    private final Losses before;
    private final double[] last;
    private final int count;

    private Losses(Losses before, double[] last) {
        this.before = before;
        this.last = last;
        this.count = last.length + (before == null ? 0 : before.count);
    }

    public static Losses of(double[] losses) {
        return NONE.and(losses, losses.length);
    }

    /** With the first n of some more behind. */
    Losses and(double[] more, int n) {
        return n == 0 ? this : new Losses(this, Arrays.copyOf(more, n));
    }

    /** How many it does not share with the one it goes on from. */
    int own() {
        return last.length;
    }

    public int count() {
        return count;
    }

    /** All, in nats, the first step's first; the caller's own. */
    public double[] toArray() {
        double[] all = new double[count];
        int end = count;
        for (Losses some = this; some != null; some = some.before) {
            end -= some.last.length;
            System.arraycopy(some.last, 0, all, end, some.last.length);
        }
        return all;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Losses losses
                && count == losses.count
                && (this == other || Arrays.equals(toArray(), losses.toArray()));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toArray());
    }

    @Override
    public String toString() {
        return Arrays.toString(toArray());
    }
}
