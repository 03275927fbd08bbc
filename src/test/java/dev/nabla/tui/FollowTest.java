package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.Action;
import dev.nabla.figure.Stride;
import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.lesson.Course;
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

    private TutorState state;

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
        state = TutorState.start(Course.load(folder), Font.of(Glyphs.BRAILLE), new Size(120, 36))
                .open(0);
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
        return Keymap.effect("Enter", state.places(), state.live());
    }

    @Test
    void enterOnAStageOpensTheSectionOfItsFigure() {
        assertThat(enter()).hasValue(Go.FOLLOW);
        assertThat(state.frame().row(35)).contains("Enter open").doesNotContain("run");
        TutorState there = state.go(Go.FOLLOW);
        assertThat(there.section().orElseThrow().id()).isEqualTo("03");
        state = there;
        assertThat(enter()).hasValue(new Effect.Act(new Action.Run()));
        assertThat(state.frame().row(35)).contains("Enter run").doesNotContain("open");
    }

    @Test
    void aStageOfAFigureWithoutASectionSaysSo() {
        state = state.act(new Action.Nudge(1, 0, Stride.STEP));
        assertThat(state.go(Go.FOLLOW).notice()).isEqualTo("No section shows softmax");
    }

    @Test
    void elsewhereInTheLayerEnterDoesNothing() {
        state = state.act(new Action.Focus(1));
        assertThat(enter()).isEmpty();
    }

    @Test
    void theWayBackFromAStageLeadsToTheFigureAndOnlyThenHome() {
        TutorState there = state.go(Go.FOLLOW);
        TutorState back = there.go(Go.BACK);
        assertThat(back.view()).isEqualTo(state.view());
        assertThat(back.go(Go.BACK).view()).isInstanceOf(HomeView.class);
    }

    @Test
    void whoWalksOnFromThereGoesHomeDirectly() {
        TutorState walked = state.go(Go.FOLLOW).go(Go.PREVIOUS_SECTION);
        assertThat(walked.section().orElseThrow().id()).isEqualTo("01");
        assertThat(walked.go(Go.BACK).view()).isInstanceOf(HomeView.class);
    }

    @Test
    void theWayBackFromAFigureAloneLeadsToWhatItWasTurnedToFrom() {
        TutorState alone = state.go(Go.TURN);
        assertThat(alone.frame().row(35)).contains("v text");
        assertThat(alone.go(Go.FOLLOW).go(Go.BACK).view()).isEqualTo(alone.view());
        TutorState both = alone.go(Go.BACK);
        assertThat(both.frame().rows()).isEqualTo(state.frame().rows());
        assertThat(both.go(Go.BACK).view()).isInstanceOf(HomeView.class);
    }

    @Test
    void textThatWasTurnedToIsNotTurnedBack() {
        TutorState text = state.go(Go.TURN).go(Go.TURN);
        assertThat(text.go(Go.BACK).view()).isInstanceOf(HomeView.class);
    }
}
