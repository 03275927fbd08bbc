package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Cell;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Size;
import dev.nabla.key.press.KeyPress;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.output.Ansi;
import dev.nabla.output.Palette;
import dev.nabla.output.Palette.Colors;
import dev.nabla.output.Palette.Theme;
import dev.nabla.screen.ScreenState;
import dev.nabla.tui.term.Input;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tutor's frames cost in bytes and writes. */
class BytesTest {
    private static final Palette PALETTE = new Palette(Colors.INDEXED, Theme.DARK);
    private static final Course COURSE = ShippedCourse.COURSE;

    @TempDir
    Path folder;

    /** @param page bytes of the frame as text with colours */
    private record Cost(int bytes, int page, int writes) {}

    @ParameterizedTest
    @CsvSource({"05, 80, 24, 150, 310", "06, 80, 24, 450, 160", "05, 120, 40, 240, 550", "06, 120, 40, 1460, 160"})
    void framesCostWhatTheirCellsNeed(String section, int width, int height, int nudge, int step) {
        Map<String, Cost> table = table(section, new Size(width, height));
        assertThat(table.get("nothing changed").bytes).isZero();
        assertThat(table.get("one digit").bytes).isLessThanOrEqualTo(40);
        assertThat(table.get("slider nudge").bytes).isLessThanOrEqualTo(nudge);
        assertThat(table.get("next nudge").bytes).isLessThanOrEqualTo(nudge);
        assertThat(table.get("step").bytes).isLessThanOrEqualTo(step);
        assertThat(table.get("page change").bytes).isLessThanOrEqualTo(table.get("page change").page);
        assertThat(table.get("resize").bytes).isLessThanOrEqualTo(table.get("resize").page);
        assertThat(table.values()).allMatch(cost -> cost.writes == (cost.bytes == 0 ? 0 : 1));
    }

    private Map<String, Cost> table(String section, Size size) {
        ScreenState home = Desk.home(COURSE, size);
        ScreenState opened = home.open(COURSE.section(section));
        TutorProgram tutor = Desk.tutor(opened, folder.resolve("journal"), PALETTE, Optional.empty());
        Map<String, Cost> table = new LinkedHashMap<>();
        Wire wire = new Wire(size);
        Frame text = tutor.view(size);
        wire.paint(text, PALETTE);
        wire.writes();
        Frame page = press(tutor, size, "v");
        table.put("page change", cost(wire, page));
        table.put("nothing changed", cost(wire, page));
        Frame digit = anotherDigit(page);
        table.put("one digit", cost(wire, digit));
        cost(wire, page);
        table.put("slider nudge", cost(wire, press(tutor, size, "Right")));
        table.put("next nudge", cost(wire, press(tutor, size, "Right")));
        table.put("first step", cost(wire, press(tutor, size, "Space")));
        table.put("step", cost(wire, press(tutor, size, "Space")));
        Size other = new Size(size.width() - 1, size.height());
        wire.resize(other);
        table.put("resize", cost(wire, tutor.view(other)));
        return table;
    }

    private static Frame press(TutorProgram tutor, Size size, String key) {
        tutor.handle(new Input.Key(KeyPress.named(key)));
        return tutor.view(size);
    }

    private static Cost cost(Wire wire, Frame now) {
        wire.writes();
        int bytes = wire.paint(now, PALETTE).length;
        int page = Ansi.of(now, PALETTE).getBytes(StandardCharsets.UTF_8).length;
        return new Cost(bytes, page, wire.writes());
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
}
