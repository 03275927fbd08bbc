package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Cell;
import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.Days;
import dev.nabla.lesson.Journal;
import dev.nabla.view.Ansi;
import dev.nabla.view.Colors;
import dev.nabla.view.Palette;
import dev.nabla.view.Palette.Ink;
import dev.nabla.view.Theme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the tutor's frames cost, printed as a table, beside the least that any order and any moves could do with: see
 * {@link #least}.
 */
class BytesTest {
    private static final Palette PALETTE = new Palette(Colors.INDEXED, Theme.DARK);
    private static final Course COURSE = Course.load(Path.of(System.getProperty("lessons", "lessons")));
    private static final int BRACKETS = "^[?2026h^[?2026l".length();

    @TempDir
    Path folder;

    /** @param least of the bytes that the changed cells need */
    private record Cost(int cells, int bytes, int least, int page, int writes) {
        double ratio() {
            return (double) bytes / least;
        }
    }

    @ParameterizedTest
    @CsvSource({"05, 80, 24, 96", "06, 80, 24, 360", "05, 120, 40, 120", "06, 120, 40, 1250"})
    void framesCostWhatTheirCellsNeed(String section, int width, int height, int nudge) {
        Map<String, Cost> table = table(section, new Size(width, height));
        table.forEach((what, cost) -> System.out.printf(
                Locale.ROOT,
                "bytes: %s %3dx%d %-15s %4d cells %5d bytes in %d writes, least %5d (x%.2f), page %5d%n",
                section,
                width,
                height,
                what,
                cost.cells,
                cost.bytes,
                cost.writes,
                cost.least,
                cost.bytes == 0 ? 1 : cost.ratio(),
                cost.page));
        assertThat(table.get("nothing changed").bytes).isZero();
        assertThat(table.get("one digit").bytes).isLessThanOrEqualTo(40);
        assertThat(table.get("slider nudge").bytes).isLessThanOrEqualTo(nudge);
        assertThat(table.get("step").ratio()).isLessThanOrEqualTo(1.3);
        assertThat(table.get("page change").bytes).isLessThanOrEqualTo(table.get("page change").page);
        assertThat(table.get("resize").bytes).isLessThanOrEqualTo(table.get("resize").page);
        assertThat(table.values()).allMatch(cost -> cost.writes == (cost.bytes == 0 ? 0 : 1));
    }

    private Map<String, Cost> table(String section, Size size) {
        TutorState home = TutorState.start(COURSE, Font.of(Glyphs.BRAILLE), size);
        TutorState opened = unasked(home.open(COURSE.sections().indexOf(COURSE.section(section))));
        Tutor tutor = new Tutor(
                opened,
                new Scribe(new Journal(folder.resolve("journal")), InstantSource.system(), Days.in(ZoneOffset.UTC)),
                PALETTE,
                true);
        Map<String, Cost> table = new LinkedHashMap<>();
        Wire wire = new Wire(size);
        Frame text = tutor.view(size);
        wire.paint(text, PALETTE);
        wire.writes();
        Frame page = press(tutor, size, "v");
        table.put("page change", cost(wire, text, page));
        table.put("nothing changed", cost(wire, page, page));
        Frame digit = anotherDigit(page);
        table.put("one digit", cost(wire, page, digit));
        cost(wire, digit, page);
        page = go(table, "slider nudge", wire, page, press(tutor, size, "Right"));
        page = go(table, "next nudge", wire, page, press(tutor, size, "Right"));
        page = go(table, "first step", wire, page, press(tutor, size, "Space"));
        go(table, "step", wire, page, press(tutor, size, "Space"));
        Size other = new Size(size.width() - 1, size.height());
        wire.resize(other);
        Frame smaller = tutor.view(other);
        Frame nothing = new Frame(other, Collections.nCopies(other.width() * other.height(), Cell.BLANK), List.of());
        table.put("resize", cost(wire, nothing, smaller));
        return table;
    }

    /** The section with its text: the question before the figure has been skipped. */
    private static TutorState unasked(TutorState opened) {
        TutorState figure = opened.go(Go.PREDICT).go(Go.SKIP);
        return ReadingView.fitsBoth(opened.size()) ? figure : figure.go(Go.TURN);
    }

    private static Frame press(Tutor tutor, Size size, String key) {
        tutor.on(new Input.Key(key));
        return tutor.view(size);
    }

    private static Frame go(Map<String, Cost> table, String what, Wire wire, Frame before, Frame now) {
        table.put(what, cost(wire, before, now));
        return now;
    }

    private static Cost cost(Wire wire, Frame before, Frame now) {
        wire.writes();
        int bytes = wire.paint(now, PALETTE).length;
        int page = Ansi.of(now, PALETTE).getBytes(StandardCharsets.UTF_8).length;
        List<Run> runs = runs(before, now);
        int cells = runs.stream().mapToInt(run -> run.end - run.x).sum();
        return new Cost(cells, bytes, least(runs, now), page, wire.writes());
    }

    private static Frame anotherDigit(Frame frame) {
        List<Cell> cells = new ArrayList<>(frame.cells());
        int at = frame.size().width() * 3;
        while (!Character.isDigit(cells.get(at).glyph())) {
            at++;
        }
        Cell digit = cells.get(at);
        cells.set(at, new Cell(digit.glyph() == '1' ? '2' : '1', digit.tone(), digit.weight()));
        return new Frame(frame.size(), cells, frame.handles());
    }

    /** Changed cells beside each other, in one ink; a blank has any. */
    private record Run(int x, int end, int y, Ink ink, int glyphs) {}

    private static List<Run> runs(Frame before, Frame now) {
        List<Run> runs = new ArrayList<>();
        for (int y = 0; y < now.size().height(); y++) {
            for (int x = 0; x < now.size().width(); x++) {
                if (shown(now.cell(x, y)).equals(shown(before.cell(x, y)))) {
                    continue;
                }
                Run run = new Run(x, x + 1, y, ink(now.cell(x, y)), glyph(now.cell(x, y)));
                Run last = runs.isEmpty() ? run : runs.get(runs.size() - 1);
                boolean goesOn = last.y == y && last.end == x;
                if (goesOn && (run.ink == null || last.ink == null || run.ink.equals(last.ink))) {
                    runs.set(
                            runs.size() - 1,
                            new Run(last.x, x + 1, y, last.ink == null ? run.ink : last.ink, last.glyphs + run.glyphs));
                } else {
                    runs.add(run);
                }
            }
        }
        return runs;
    }

    private static String shown(Cell cell) {
        return PALETTE.glyph(cell) + "" + ink(cell);
    }

    private static Ink ink(Cell cell) {
        Ink ink = PALETTE.ink(cell);
        return PALETTE.glyph(cell) == ' ' && !ink.reverse() ? null : ink;
    }

    private static int glyph(Cell cell) {
        return String.valueOf(PALETTE.glyph(cell)).getBytes(StandardCharsets.UTF_8).length;
    }

    /**
     * The least bytes: the brackets, the glyphs, for each run the shortest move from the end of any other run, and for each
     * ink once the shortest change from any other ink. No order can have all of these at once, so nobody can be below it.
     */
    private static int least(List<Run> runs, Frame frame) {
        if (runs.isEmpty()) {
            return 0;
        }
        int bytes = BRACKETS;
        Set<Ink> inks = new HashSet<>();
        for (Run run : runs) {
            int move = ("^[" + (run.y + 1) + ";" + (run.x + 1) + "H").length();
            for (Run other : runs) {
                if (other != run) {
                    move = Math.min(move, move(other.end, other.y, run.x, run.y));
                }
            }
            bytes += run.glyphs + move;
            if (run.ink != null) {
                inks.add(run.ink);
            }
        }
        for (Ink ink : inks) {
            bytes += inks.stream()
                    .filter(other -> !other.equals(ink))
                    .mapToInt(other -> dip(other, ink))
                    .min()
                    .orElse(0);
        }
        return bytes;
    }

    private static int move(int fromX, int fromY, int x, int y) {
        int rows = Math.abs(y - fromY);
        int down = rows == 0 ? 0 : rows == 1 ? 3 : 2 + String.valueOf(rows).length() + 1;
        int by = Math.abs(x - fromX);
        int across =
                by == 0 ? 0 : Math.min(by, by == 1 ? 3 : 3 + String.valueOf(by).length());
        return down + across;
    }

    private static int dip(Ink from, Ink to) {
        int weight = from.bold() != to.bold() || from.reverse() != to.reverse() ? 2 : 0;
        int color = from.color() == to.color() ? 0 : to.color() < 0 ? 0 : ("38;5;" + to.color()).length();
        return "^[m".length() + Math.max(0, weight + color - (weight > 0 && color > 0 ? 0 : weight > 0 ? 1 : 0));
    }
}
