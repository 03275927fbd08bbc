package dev.nabla.figure;

import dev.nabla.frame.Cell;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Tone;
import dev.nabla.frame.Weight;
import dev.nabla.output.PlainText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.opentest4j.AssertionFailedError;

/**
 * A frame kept in a file: its glyphs, then a letter a cell that tells its tone and weight.
 *
 * <p>{@code mvn test -Dupdate} rewrites the files; look at {@code git diff} before you keep them.
 */
public final class Golden {
    static final Path FOLDER = Path.of("src/test/resources/frames");
    private static final String LEGEND =
            "--- . text  d dim  g grid  f first  s second  r result  w warn  123 contour  opq path  capital bold  : bold text  @ reversed\n";
    private static final Map<Tone, Character> LETTERS = Map.ofEntries(
            Map.entry(Tone.TEXT, '.'),
            Map.entry(Tone.DIM, 'd'),
            Map.entry(Tone.GRID, 'g'),
            Map.entry(Tone.FIRST, 'f'),
            Map.entry(Tone.SECOND, 's'),
            Map.entry(Tone.RESULT, 'r'),
            Map.entry(Tone.WARN, 'w'),
            Map.entry(Tone.CONTOUR1, '1'),
            Map.entry(Tone.CONTOUR2, '2'),
            Map.entry(Tone.CONTOUR3, '3'),
            Map.entry(Tone.PATH0, 'o'),
            Map.entry(Tone.PATH1, 'p'),
            Map.entry(Tone.PATH2, 'q'));

    private Golden() {}

    /** The tone of a letter; what is reversed does not tell it and is taken for text. */
    public static Tone tone(char letter) {
        return LETTERS.entrySet().stream()
                .filter(entry -> entry.getValue() == Character.toLowerCase(letter))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Tone.TEXT);
    }

    static boolean isUpdating() {
        String update = System.getProperty("update", "false");
        return update.isEmpty() || update.equals("true");
    }

    /** Compares a frame with its file, or writes the file. */
    static void check(String name, Frame frame) {
        check(FOLDER, name, frame);
    }

    /** Compares a frame with its file in another folder, or writes it. */
    public static void check(Path folder, String name, Frame frame) {
        Path file = folder.resolve(name + ".txt");
        String actual = PlainText.of(frame) + LEGEND + tones(frame);
        try {
            if (isUpdating()) {
                Files.createDirectories(folder);
                Files.writeString(file, actual);
                return;
            }
            String expected = Files.exists(file) ? Files.readString(file) : "";
            if (!expected.equals(actual)) {
                throw new AssertionFailedError(
                        file + " differs; mvn test -Dupdate rewrites it\n\nexpected:\n" + expected + "\nactual:\n"
                                + actual,
                        expected,
                        actual);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String tones(Frame frame) {
        StringBuilder tones = new StringBuilder();
        for (int y = 0; y < frame.size().height(); y++) {
            StringBuilder row = new StringBuilder();
            for (int x = 0; x < frame.size().width(); x++) {
                row.append(letter(frame.cell(x, y)));
            }
            tones.append(row.toString().stripTrailing()).append('\n');
        }
        return tones.toString();
    }

    private static char letter(Cell cell) {
        if (cell.weight() == Weight.REVERSE) {
            return '@';
        }
        if (cell.glyph() == ' ' || cell.glyph() == '\u2800') {
            return ' ';
        }
        char letter = LETTERS.get(cell.tone());
        boolean bold = cell.weight() == Weight.BOLD;
        return bold && letter == '.' ? ':' : bold ? Character.toUpperCase(letter) : letter;
    }
}
