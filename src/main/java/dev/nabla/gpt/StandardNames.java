package dev.nabla.gpt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The built-in names: 8,403 first names of Moby Word II, a to z, sorted, in the public domain. */
final class StandardNames {
    /** Loaded when this class is first used. */
    static final Corpus CORPUS = Corpus.of(read());

    private StandardNames() {}

    private static List<String> read() {
        try (InputStream in = StandardNames.class.getResourceAsStream("names.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException incomplete) {
            throw new UncheckedIOException(incomplete);
        }
    }
}
