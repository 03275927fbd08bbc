package dev.nabla.tui;

import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.key.press.KeyPress;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.output.Palette;
import dev.nabla.output.Palette.Colors;
import dev.nabla.output.Palette.Theme;
import dev.nabla.screen.ScreenState;
import dev.nabla.tui.term.Input;
import dev.nabla.tui.term.InputTokenizer;
import dev.nabla.tui.term.KeyDecoder;
import dev.nabla.tui.term.Program;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/**
 * What the tutor must show after a list of inputs, with no terminal anywhere near: the oracle of the terminal tests.
 *
 * <p>Reads one command per line from standard input: {@code start 06 80x24} (or {@code home}), {@code key Shift+Left
 * 3}, {@code mouse PRESS 10 4}, {@code size 100x30}, {@code bytes BASE64} (through the decoder), and {@code show},
 * which prints a {@link Shown} line.
 */
final class Replay {
    private static final Palette PALETTE = new Palette(Colors.INDEXED, Theme.EITHER);

    private final Course course;
    private final Path journals;
    private final KeyDecoder decoder = new KeyDecoder();
    private final InputTokenizer tokens =
            new InputTokenizer(token -> decoder.decode(token).ifPresent(this::on));
    private TutorProgram tutor;
    private Size size;
    private Frame frame;
    private boolean aside;

    private Replay(Path lessons, Path journals) {
        this.course = CourseReader.load(lessons, lessons.resolveSibling("lib").resolve("course.bin"));
        this.journals = journals;
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Replay replay = new Replay(Path.of(arguments[0]), Files.createTempDirectory("replay"));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("show")) {
                out.println(Shown.json(replay.frame, PALETTE));
            } else {
                replay.take(line.split(" "));
            }
        }
    }

    private void take(String[] words) throws IOException {
        switch (words[0]) {
            case "start" -> start(words[1], size(words[2]));
            case "size" -> size = size(words[1]);
            case "key" -> {
                int times = words.length > 2 ? Integer.parseInt(words[2]) : 1;
                for (int i = 0; i < times; i++) {
                    tutor.handle(new Input.Key(KeyPress.named(words[1])));
                }
            }
            case "mouse" ->
                tutor.handle(new Input.Pointer(
                        Input.Pointer.PointerAction.valueOf(words[1]),
                        Integer.parseInt(words[2]),
                        Integer.parseInt(words[3])));
            case "bytes" -> {
                tokens.take(new String(Base64.getDecoder().decode(words[1]), StandardCharsets.UTF_8));
                tokens.flush();
            }
            default -> throw new IllegalArgumentException(words[0]);
        }
        frame = tutor.view(size);
    }

    private void start(String section, Size at) throws IOException {
        ScreenState home = Desk.home(course, new Size(80, 24));
        ScreenState opened = section.equals("home") ? home : home.open(course.section(section));
        size = at;
        tutor = Desk.tutor(opened, Files.createTempFile(journals, "journal", ""), PALETTE, Optional.empty());
    }

    /** What was left on the normal screen stands until a key comes, which does nothing else. */
    private void on(Input input) {
        if (aside) {
            aside = !(input instanceof Input.Key);
        } else {
            aside = tutor.handle(input) == Program.Wish.ASIDE;
        }
    }

    private static Size size(String word) {
        String[] both = word.split("x");
        return new Size(Integer.parseInt(both[0]), Integer.parseInt(both[1]));
    }
}
