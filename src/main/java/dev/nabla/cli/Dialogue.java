package dev.nabla.cli;

import dev.nabla.frame.Glyphs;
import dev.nabla.view.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Talk line by line, on a terminal or through a pipe; what is said is out before what is typed is waited for. */
final class Dialogue {
    private static final int LONGEST = 4096;

    private final Console.Streams streams;
    private final Glyphs glyphs;

    Dialogue(Console.Streams streams, Glyphs glyphs) {
        this.streams = streams;
        this.glyphs = glyphs;
    }

    Glyphs glyphs() {
        return glyphs;
    }

    /** Says lines, with signs the place can show. */
    void say(String lines) {
        write(Text.spelt(lines, glyphs));
    }

    /** Waits for a line behind a prompt; empty once there is no more. */
    Optional<String> ask(String prompt) {
        write(prompt);
        try {
            return line();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Of a line that is far too long the rest is not kept. */
    private Optional<String> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b = streams.in().read();
        boolean over = b < 0;
        while (b >= 0 && b != '\n') {
            if (line.size() < LONGEST) {
                line.write(b);
            }
            b = streams.in().read();
        }
        return over
                ? Optional.empty()
                : Optional.of(line.toString(StandardCharsets.UTF_8).strip());
    }

    private void write(String text) {
        try {
            streams.out().write(text.getBytes(StandardCharsets.UTF_8));
            streams.out().flush();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
