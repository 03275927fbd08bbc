package dev.nabla.line;

import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.frame.Wrap;
import dev.nabla.lesson.ProseLayout;
import dev.nabla.output.PlainText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Talk line by line, on a terminal or through a pipe; what is said is out before what is typed is waited for. */
public final class LineConsole {
    private static final int LONGEST = 4096;
    private static final int WIDEST = 80;

    private final InputStream in;
    private final OutputStream out;
    private final Glyphs glyphs;
    private final int width;
    private String prompt = "";

    /** As wide as the terminal, if there is one, but no wider than is good to read. */
    public LineConsole(InputStream in, OutputStream out, Glyphs glyphs, Optional<Size> terminal) {
        this.in = in;
        this.out = out;
        this.glyphs = glyphs;
        this.width = Math.min(WIDEST, terminal.map(Size::width).orElse(WIDEST));
    }

    /** How prose is laid out here. */
    ProseLayout prose() {
        return new ProseLayout(width, glyphs);
    }

    /** Says lines, in characters the place can show; those that are too long are broken between words. */
    public void say(String lines) {
        quote(lines.lines().flatMap(this::broken).collect(Collectors.joining("\n")));
    }

    private Stream<String> broken(String line) {
        return glyphs.width(line) <= width ? Stream.of(line) : Wrap.lines(line, width, glyphs).stream();
    }

    /** Says lines as they are, for what is to be copied or stands under each other. */
    public void quote(String lines) {
        write(PlainText.forDisplay(lines, glyphs));
    }

    /** Says lines while a line is waited for of which nothing is typed yet. */
    void interrupt(String lines) {
        say("\n" + lines);
        write(prompt);
    }

    /** Waits for a line behind a prompt; empty once there is no more. Of a line that is far too long the rest is not kept. */
    public Optional<String> ask(String prompt) {
        this.prompt = prompt;
        write(prompt);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            int b = in.read();
            if (b < 0) {
                return Optional.empty();
            }
            for (; b >= 0 && b != '\n'; b = in.read()) {
                if (line.size() < LONGEST) {
                    line.write(b);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Optional.of(line.toString(StandardCharsets.UTF_8).strip());
    }

    private void write(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
