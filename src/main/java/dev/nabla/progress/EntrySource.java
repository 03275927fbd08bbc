package dev.nabla.progress;

import java.io.IOException;
import java.util.function.Consumer;

/** The entries of a journal, which can be gone through any number of times without being kept. */
@FunctionalInterface
public interface EntrySource {
    /** Hands over each entry in the order of writing. */
    void each(Consumer<Entry> taker) throws IOException;
}
