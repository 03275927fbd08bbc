package dev.nabla.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.TestsFigures;
import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** While a guess is open, no picture tells its answer. */
@TestsFigures
class OpenGuessTest {
    /** The least height at which all figures have room for what is worked out. */
    private static final Size LARGE = new Size(120, 60);

    /** Texts between semicolons that a picture shows, but not while a guess hides these quantities. */
    @Table
    void whatItHidesIsNotShown(String id, String opened, String actions, String hidden, String texts) {
        FigureState<?> told = Played.of(id, opened, actions);
        assertThat(text(told)).contains(texts.split("; "));
        assertThat(text(told.guessing(hiding(hidden)))).doesNotContain(texts.split("; "));
    }

    @Table
    void whatItAsksFromIsShownUntilTheFigureIsTouched(String id, String hidden, String texts) {
        assertThat(text(Played.of(id, "", null).guessing(hiding(hidden)))).contains(texts.split("; "));
    }

    /** The steps of a figure could show what the guess asks for. After the guess they can be taken. */
    @Table
    void itHoldsBackTheSteps(String id, String opened, String actions) {
        FigureState<?> live = Played.of(id, opened, null);
        FigureState<?> held = Played.after(live.guessing(hiding("answer")), actions);
        assertThat(held.stepNumber()).isEqualTo(live.stepNumber());
        assertThat(held.cursor().running()).isFalse();
    }

    @Test
    void aMovedSlopeHidesOnlyWhatArrivesAboveIt() {
        FigureState<?> moved =
                Played.of("chain", "words=plain", "focus 2, nudge -1 0").guessing(hiding("arrives product status"));
        assertThat(text(moved))
                .contains("moves L by ·", "1.000", "0.800", "0.640", "0.512")
                .doesNotContain("0.154", "0.123", "0.098");
    }

    @ParameterizedTest(allowZeroInvocations = true) // with -Dfigure=train, layer or others that work nothing out
    @MethodSource
    void nothingIsWorkedOut(Figure<?> figure) {
        FigureState<?> live = FigureState.of(figure);
        assertThat(text(live.guessing(hiding("answer")))).doesNotContain("worked out");
    }

    static Stream<Figure<?>> nothingIsWorkedOut() {
        return Samples.figures().stream()
                .filter(figure -> text(FigureState.of(figure)).contains("worked out"));
    }

    @Test
    void theGhostIsNamed() {
        FigureState<?> live = Played.of("softmax", "", null);
        Guess guess = new Guess(List.of("p"), live.ghost(), false);
        for (Size size : List.of(new Size(60, 19), new Size(80, 23))) {
            assertThat(text(live.guessing(guess), size)).as("at %s", size).contains("your ghost  ");
        }
    }

    private static Guess hiding(String quantities) {
        return new Guess(List.of(quantities.split(" ")), Optional.empty(), false);
    }

    private static String text(FigureState<?> live) {
        return text(live, LARGE);
    }

    private static String text(FigureState<?> live, Size size) {
        Frame frame = live.view(size, Font.of(Glyphs.BRAILLE));
        return IntStream.range(0, size.height()).mapToObj(frame::row).collect(Collectors.joining("\n"));
    }
}
