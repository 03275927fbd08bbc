package dev.nabla.progress;

import java.io.IOException;
import java.util.function.Consumer;

/** The entries of a journal. They can be read any number of times and are not kept in memory. */
@FunctionalInterface
public interface EntrySource {
    /**
     * Passes on each entry in the order of writing.
     *
     * @throws IOException if the journal cannot be read
     */
    void each(Consumer<Entry> taker) throws IOException;
}
