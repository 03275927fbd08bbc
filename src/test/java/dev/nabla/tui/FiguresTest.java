package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Glyphs;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.progress.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A section with two figures and two worked examples, each where the text has come to it. */
class FiguresTest {
    private static final Course COURSE = CourseReader.load(Path.of("src/test/resources/figures-course"));
    private static final String PREDICTION = "What does the gap do?";
    private static final String FIRST = "FIG.04";
    private static final String SECOND = "FIG.00";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void inTheText() {
        desk = at(80, 24);
    }

    private Desk at(int width, int height) {
        return new Desk(COURSE, folder.resolve(width + "x" + height), width, height, Glyphs.BRAILLE).keys("Enter");
    }

    private String head() {
        return desk.rows().get(0);
    }

    static List<Script> scripts() throws IOException {
        return Script.in("figures.txt");
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void theScriptIsPlayed(Script script) {
        script.play(desk);
    }

    @Test
    void whatThePointerSaysIsWhatTheKeyBrings() {
        boolean other = false;
        for (int i = 0; i < 60; i++) {
            String text = desk.keys("Down").text();
            for (String number : new String[] {FIRST, SECOND}) {
                for (String key : new String[] {"v", "V"}) {
                    if (text.contains("[" + number + ": " + key + " brings it]")) {
                        other |= key.equals("V");
                        desk.keys(key);
                        desk.keys(desk.text().contains(PREDICTION) ? "Esc" : "x");
                        assertThat(desk.text()).contains(number);
                        desk.keys(key.equals("V") ? "V v" : "v");
                    }
                }
            }
        }
        assertThat(other).isTrue();
    }

    @Test
    void besideTheTextTheFigureGoesAlong() {
        desk = at(120, 24).keys("Esc");
        assertThat(head()).contains(FIRST);
        assertThat(desk.text()).contains("[FIG.04: on the right]");
        desk.keys("PageDown PageDown PageDown PageDown PageDown PageDown PageDown");
        assertThat(head()).contains(SECOND);
        desk.keys("PageUp PageUp PageUp PageUp PageUp PageUp PageUp");
        assertThat(head()).contains(FIRST);
        assertThat(desk.keys("V").text()).contains(SECOND).contains("[FIG.04: V brings it]");
        assertThat(desk.keyLine()).contains("V other");
    }

    @Test
    void eachFigureKeepsItsValues() {
        desk.keys("v Esc Right V Right");
        String second = desk.text();
        assertThat(second).contains(SECOND).contains("0.55");
        String first = desk.keys("V").text();
        assertThat(first).contains(FIRST);
        assertThat(desk.keys("V").text()).isEqualTo(second);
        assertThat(desk.keys("V").text()).isEqualTo(first);
    }

    @Test
    void homeLeadsBackToTheSecondFigureAsItStood() {
        desk.keys("V Right").waiting(Duration.ofSeconds(2));
        assertThat(desk.entries()).last().satisfies(stood -> assertThat(((Entry.Stood) stood).figure())
                .isEqualTo("chain"));
        desk.begin().keys("c");
        assertThat(desk.text()).contains(SECOND).contains("0.55");
        assertThat(desk.keys("v").text()).contains("[FIG.00: v brings it]");
    }
}
