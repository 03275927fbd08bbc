package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Draws;
import dev.nabla.Slow;
import dev.nabla.figure.Golden;
import dev.nabla.frame.Cell;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.frame.Weight;
import dev.nabla.key.press.KeyPress;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.output.Palette;
import dev.nabla.output.Palette.Colors;
import dev.nabla.output.Palette.Theme;
import dev.nabla.screen.ScreenState;
import dev.nabla.tui.term.Input;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes bytes and the cells they must become for {@code xterm.js agree}, which the terminal tests run: golden frames,
 * one over the other in every palette, a third of them in each, and 1,000 random nudges and resizes of the tutor. With
 * {@code -Pall} every palette has all frames.
 */
@Slow
@ExtendWith(Draws.class)
class XtermFramesTest {
    private static final Path FILE = Path.of("target/xterm/frames.jsonl");
    private static final Path GOLDEN = Path.of("src/test/resources/frames");
    private static final int NUDGES = 1000;

    /** DA, DSR, CPR, DECRQM, XTVERSION, OSC colours, DECRQSS, XTGETTCAP: nothing that a terminal answers. */
    private static final Pattern QUESTION = Pattern.compile(
            "\u001b\\[[0-9;>=?]*[cnqx]|\u001b\\[[0-9;?]*\\$p|\u001b\\[\\d*t|\u001b\\]|\u001bP|\u001bZ|\u0005");

    private static final List<String> KEYS = List.of(
            ("Left Right Up Down Left Right Shift+Left Shift+Right , . Tab Shift+Tab Space g [ ] { } k u 0 r e t y v "
                            + "PageDown PageUp n p m ? q Enter Home End Enter")
                    .split(" "));

    @TempDir
    Path folder;

    @Test
    void framesAndBytesAreWrittenForXterm() throws IOException {
        Files.createDirectories(FILE.getParent());
        try (BufferedWriter out = Files.newBufferedWriter(FILE)) {
            goldenFrames(out);
            for (Palette palette : palettes()) {
                randomWalk(out, palette);
            }
        }
        try (Stream<String> lines = Files.lines(FILE)) {
            assertThat(lines).hasSizeGreaterThan(NUDGES);
        }
    }

    private static void goldenFrames(BufferedWriter out) throws IOException {
        Size size = new Size(80, 23);
        Wire wire = new Wire(size);
        boolean open = true;
        List<Path> goldens = goldens();
        for (Palette palette : palettes()) {
            for (Path file : Draws.some(goldens.size() / 5, goldens, palette.toString())) {
                Frame frame = golden(file);
                if (!frame.size().equals(size) && !open) {
                    wire.resize(frame.size());
                }
                size = frame.size();
                if (open) {
                    wire.resize(size);
                }
                line(out, file.getFileName() + " " + palette, open, wire.paint(frame, palette), frame, palette);
                open = false;
            }
        }
    }

    private void randomWalk(BufferedWriter out, Palette palette) throws IOException {
        Random chance = new Random(palettes().indexOf(palette));
        Course course = CourseReader.load(Path.of(System.getProperty("lessons", "lessons")));
        Size size = new Size(80, 24);
        ScreenState home = Desk.home(course, size);
        TutorProgram tutor = Desk.tutor(
                home.open(home.tutor().course().sections().get(5)),
                folder.resolve("journal"),
                palette,
                Optional.empty());
        Wire wire = new Wire(size);
        for (int i = 0; i < NUDGES / palettes().size() + 1; i++) {
            if (chance.nextInt(12) == 0) {
                size = new Size(2 + chance.nextInt(140), 1 + chance.nextInt(45));
                wire.resize(size);
            }
            if (chance.nextInt(40) == 0) {
                size = new Size(80 + 40 * chance.nextInt(2), 24 + 16 * chance.nextInt(2));
                wire.resize(size);
            }
            String key = KEYS.get(chance.nextInt(KEYS.size()));
            tutor.handle(chance.nextInt(20) == 0 ? new Input.Tick() : new Input.Key(KeyPress.named(key)));
            Frame frame = tutor.view(size);
            line(out, palette + " nudge " + i + " " + key, i == 0, wire.paint(frame, palette), frame, palette);
        }
    }

    private static void line(BufferedWriter out, String name, boolean open, byte[] bytes, Frame frame, Palette palette)
            throws IOException {
        assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContainPattern(QUESTION);
        out.write("{\"name\":" + Shown.quoted(name) + ",\"open\":" + open
                + ",\"width\":" + frame.size().width() + ",\"height\":"
                + frame.size().height()
                + ",\"bytes\":\"" + Base64.getEncoder().encodeToString(bytes) + "\","
                + Shown.json(frame, palette).substring(1));
        out.newLine();
    }

    private static List<Palette> palettes() {
        List<Palette> palettes = new ArrayList<>();
        for (Colors colors : Colors.values()) {
            for (Theme theme : Theme.values()) {
                palettes.add(new Palette(colors, theme));
            }
        }
        return palettes;
    }

    private static List<Path> goldens() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.sorted().toList();
        }
    }

    /** A golden file read back; it does not tell the tone of what is reversed, which is then taken for text. */
    private static Frame golden(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int legend = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("--- "))
                .findFirst()
                .orElseThrow());
        String[] words = file.getFileName().toString().split("-");
        String[] both = words[words.length - 2].split("x");
        Size size = new Size(Integer.parseInt(both[0]), Integer.parseInt(both[1]));
        List<Cell> cells = new ArrayList<>(Collections.nCopies(size.width() * size.height(), Cell.BLANK));
        for (int y = 0; y < legend; y++) {
            String row = lines.get(y);
            String tones = lines.get(legend + 1 + y);
            for (int x = 0; x < row.length(); x++) {
                char letter = x < tones.length() ? tones.charAt(x) : ' ';
                cells.set(y * size.width() + x, new Cell(row.charAt(x), Golden.tone(letter), weight(letter)));
            }
        }
        return new Frame(size, cells, List.of());
    }

    private static Weight weight(char letter) {
        return letter == '@'
                ? Weight.REVERSE
                : letter == ':' || Character.isUpperCase(letter) ? Weight.BOLD : Weight.PLAIN;
    }
}
