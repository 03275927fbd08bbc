package dev.nabla.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Line;
import dev.nabla.lesson.read.CourseReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProseLayoutTest {
    private static final List<Lesson> COURSE =
            CourseReader.load(Path.of("lessons")).lessons();

    /** Beside a figure, in a small window and in one of 80 columns. */
    @ParameterizedTest
    @ValueSource(ints = {37, 58, 72})
    void noShortEquationOfTheCourseIsBrokenAtItsSign(int width) {
        ProseLayout column = new ProseLayout(width, Glyphs.BRAILLE);
        List<String> torn = new ArrayList<>();
        for (Lesson lesson : COURSE) {
            for (Block block : lesson.blocks()) {
                torn.addAll(torn(column.lines(block).stream().map(Line::plain).toList(), width));
            }
        }
        assertThat(torn).isEmpty();
    }

    private static List<String> torn(List<String> lines, int width) {
        List<String> torn = new ArrayList<>();
        for (int i = 0; i + 1 < lines.size(); i++) {
            String behind = lines.get(i + 1).strip().split(" ")[0];
            String whole = lines.get(i).replaceFirst("^.* (?=\\S+ =$)", "").strip() + " " + behind;
            if (lines.get(i).endsWith(" =") && whole.length() <= width / 3) {
                torn.add(whole);
            }
        }
        return torn;
    }
}
