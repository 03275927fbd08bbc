package dev.nabla.progress;

import dev.nabla.progress.Journal.Aside;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Counts the lines of a journal that could not be read, and keeps the first few of them: a file may consist of nothing
 * else.
 */
public final class Asides implements Consumer<Aside> {
    private static final int MOST = 3;

    private final List<Aside> first = new ArrayList<>();
    private long count;

    @Override
    public void accept(Aside aside) {
        if (first.size() < MOST) {
            first.add(aside);
        }
        count++;
    }

    /** The first of them, at most three. */
    public List<Aside> first() {
        return List.copyOf(first);
    }

    public long count() {
        return count;
    }
}
