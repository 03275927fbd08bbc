package dev.nabla.line;

import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
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

/**
 * The input and output of the text mode, on a terminal or through a pipe. Output is flushed before input is awaited.
 */
public final class LineConsole {
    private static final int LONGEST = 4096;
    private static final int WIDEST = 80;
    private static final int WIDEST_MARK = 10;

    private final InputStream in;
    private final OutputStream out;
    private final Glyphs glyphs;
    private final int width;
    private String prompt = "";

    /** Uses the width of the terminal, at most {@link #WIDEST} columns; {@link #WIDEST} without a terminal. */
    public LineConsole(InputStream in, OutputStream out, Glyphs glyphs, Optional<Size> terminal) {
        this.in = in;
        this.out = out;
        this.glyphs = glyphs;
        this.width = Math.min(WIDEST, terminal.map(Size::width).orElse(WIDEST));
    }

    /** Returns the layout of prose: width and glyph level. */
    ProseLayout prose() {
        return new ProseLayout(width, glyphs);
    }

    /**
     * Prints lines in characters that the terminal can show. Long lines are broken between words. A line with a mark of
     * at most {@link #WIDEST_MARK} chars, two blanks and a text goes on below the text.
     */
    public void say(String lines) {
        quote(lines.lines().flatMap(this::broken).collect(Collectors.joining("\n")));
    }

    /** Returns the number of lines that {@link #say} prints of a line. */
    int height(String line) {
        return (int) broken(line).count();
    }

    private Stream<String> broken(String line) {
        if (glyphs.width(line) <= width) {
            return Stream.of(line);
        }
        int mark = line.indexOf("  ", line.length() - line.stripLeading().length());
        if (mark < 0 || mark > WIDEST_MARK) {
            return Wrap.lines(line, width, glyphs).stream();
        }
        int text = mark + 2;
        Line before = Line.of(line.substring(0, text));
        return Wrap.hanging(before, Line.of(line.substring(text)), width, glyphs).stream()
                .map(Line::plain);
    }

    /** Prints lines without breaking them, for text that is aligned or will be copied. */
    public void quote(String lines) {
        write(PlainText.forDisplay(lines, glyphs));
    }

    /** Prints lines, then the prompt again. Call only while a line is awaited and nothing has been typed. */
    void interrupt(String lines) {
        say("\n" + lines);
        write(prompt);
    }

    /**
     * Prints a prompt and waits for a line. Returns it without white space at its ends, cut after {@link #LONGEST}
     * bytes; empty at the end of input.
     */
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
