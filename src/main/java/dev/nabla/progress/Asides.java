package dev.nabla.progress;

import dev.nabla.progress.Journal.Aside;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Counts the unreadable lines of a journal and keeps the first three. The rest is dropped, because a file may consist
 * of unreadable lines only.
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

    /** Returns the first unreadable lines, at most three. */
    public List<Aside> first() {
        return List.copyOf(first);
    }

    public long count() {
        return count;
    }
}
