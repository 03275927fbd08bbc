package dev.nabla.cli;

import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.frame.Wrap;
import dev.nabla.view.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Talk line by line, on a terminal or through a pipe; what is said is out before what is typed is waited for. */
final class Dialogue {
    private static final int LONGEST = 4096;
    private static final int WIDEST = 80;

    private final Console.Streams streams;
    private final Glyphs glyphs;
    private final int width;

    /** As wide as the terminal, if there is one, but no wider than is good to read. */
    Dialogue(Console console, Glyphs glyphs) {
        this.streams = console.streams();
        this.glyphs = glyphs;
        this.width = console.outIsTerminal()
                ? console.size()
                        .get()
                        .map(Size::width)
                        .filter(cells -> cells < WIDEST)
                        .orElse(WIDEST)
                : WIDEST;
    }

    Glyphs glyphs() {
        return glyphs;
    }

    int width() {
        return width;
    }

    /** Says lines, with signs the place can show; those that are too long are broken between words. */
    void say(String lines) {
        quote(lines.lines().flatMap(this::broken).collect(Collectors.joining("\n")));
    }

    private Stream<String> broken(String line) {
        return glyphs.width(line) <= width ? Stream.of(line) : Wrap.lines(line, width, glyphs).stream();
    }

    /** Says lines as they are, for what is to be copied or stands under each other. */
    void quote(String lines) {
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
