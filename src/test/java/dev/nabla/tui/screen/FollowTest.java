package dev.nabla.tui.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.Stride;
import dev.nabla.frame.Size;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.tui.Desk;
import dev.nabla.tui.key.Effect;
import dev.nabla.tui.key.Go;
import dev.nabla.tui.key.KeyContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Enter means one thing in a figure: run where something runs, open where the focus leads somewhere, else nothing. */
class FollowTest {
    @TempDir
    private Path folder;

    private ScreenState state;

    @BeforeEach
    void aCourseOfALayerAndAMatmul() throws IOException {
        lesson("layer");
        lesson("matmul");
        Files.writeString(
                folder.resolve("index.yaml"),
                """
                format: 1
                ladder: [this]
                here: 1
                sections:
                  - {id: "01", title: The layer, gist: all of it, lesson: layer.md}
                  - {id: "02", title: Nothing, gist: not written}
                  - {id: "03", title: The matmul, gist: a part, lesson: matmul.md}
                """);
        Course course = CourseReader.load(folder);
        state = Desk.home(course, new Size(120, 36)).open(course.section("01"));
    }

    private void lesson(String figure) throws IOException {
        Files.writeString(
                folder.resolve(figure + ".md"),
                """
                ---
                title: %s
                section: "01"
                minutes: 1
                ---
                Words.

                ```figure
                figure: %s
                ```
                """
                        .replace("%s", figure));
    }

    private Optional<Effect> enter() {
        return KeyContext.effect("Enter", state.keys(), state.live());
    }

    @Test
    void enterOnAStageOpensTheSectionOfItsFigure() {
        assertThat(enter()).hasValue(Go.FOLLOW);
        assertThat(state.frame().row(35)).contains("Enter open").doesNotContain("run");
        ScreenState there = state.on(Go.FOLLOW);
        assertThat(there.view().reading().orElseThrow().section().id()).isEqualTo("03");
        state = there;
        assertThat(enter()).containsInstanceOf(Effect.Act.class);
        assertThat(state.frame().row(35)).contains("Enter run").doesNotContain("open");
    }

    @Test
    void aStageOfAFigureWithoutASectionSaysSo() {
        state = state.on(new Effect.Act(live -> live.nudge(1, 0, Stride.STEP)));
        assertThat(state.on(Go.FOLLOW).notice()).isEqualTo("No section shows softmax");
    }

    @Test
    void elsewhereInTheLayerEnterDoesNothing() {
        state = state.on(new Effect.Act(live -> live.focus(1)));
        assertThat(enter()).isEmpty();
    }

    @Test
    void theWayBackFromAStageLeadsToTheFigureAndOnlyThenHome() {
        ScreenState there = state.on(Go.FOLLOW);
        ScreenState back = there.on(Go.BACK);
        assertThat(back.view()).isEqualTo(state.view());
        assertThat(back.on(Go.BACK).view()).isInstanceOf(HomeView.class);
    }

    @Test
    void whoWalksOnFromThereGoesHomeDirectly() {
        ScreenState walked = state.on(Go.FOLLOW).on(Go.PREVIOUS_SECTION);
        assertThat(walked.view().reading().orElseThrow().section().id()).isEqualTo("01");
        assertThat(walked.on(Go.BACK).view()).isInstanceOf(HomeView.class);
    }

    @Test
    void theWayBackFromAFigureAloneLeadsToWhatItWasTurnedToFrom() {
        ScreenState alone = state.on(Go.TURN);
        assertThat(alone.frame().row(35)).contains("v text");
        assertThat(alone.on(Go.FOLLOW).on(Go.BACK).view()).isEqualTo(alone.view());
        ScreenState both = alone.on(Go.BACK);
        assertThat(both.frame().rows()).isEqualTo(state.frame().rows());
        assertThat(both.on(Go.BACK).view()).isInstanceOf(HomeView.class);
    }

    @Test
    void textThatWasTurnedToIsNotTurnedBack() {
        ScreenState text = state.on(Go.TURN).on(Go.TURN);
        assertThat(text.on(Go.BACK).view()).isInstanceOf(HomeView.class);
    }
}
