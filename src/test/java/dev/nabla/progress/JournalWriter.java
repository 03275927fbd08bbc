package dev.nabla.progress;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A program that answers one question after the other and prints a line after each entry is written, until the count is
 * reached or a signal ends it.
 */
final class JournalWriter {
    private JournalWriter() {}

    public static void main(String[] arguments) throws Exception {
        Journal journal = new Journal(Path.of(arguments[0]));
        int count = Integer.parseInt(arguments[2]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (int i = 0; i < count; i++) {
            String id = arguments[1] + "." + i;
            journal.append(new Entry.Answered(
                    Instant.now(),
                    "02",
                    id,
                    i,
                    "1".repeat(1 + i * 37 % 900),
                    true,
                    Optional.empty(),
                    OptionalInt.empty(),
                    false,
                    Optional.empty()));
            out.println(id);
        }
    }
}
