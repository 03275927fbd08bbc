package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.Golden;
import dev.nabla.frame.Cell;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Screens kept in files that are named after what is on them; {@code mvn test -Dupdate} rewrites them. Tones are kept too,
 * so a screen that says something in colour alone shows it there: without colours bold and reverse remain.
 */
class ScreensTest {
    private static final Path FOLDER = Path.of("src/test/resources/screens");

    /**
     * A screen and the way to it.
     *
     * @param name of its file, with the size and, if it is not braille, the level of glyphs
     * @param keys between blanks; {@code tomorrow} opens the tutor again a day later
     */
    private record Screen(String name, String keys) {
        Size size() {
            String[] sides = name.replaceAll(".*-(\\d+x\\d+).*", "$1").split("x");
            return new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        }

        Glyphs glyphs() {
            return name.endsWith("ascii") ? Glyphs.ASCII : Glyphs.BRAILLE;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Screen> screens() {
        String due = "Enter a 1 Enter Enter Ctrl+n b Enter 3 Esc v Right q tomorrow ";
        return Stream.of(
                new Screen("home-new-80x24", "Up"),
                new Screen("home-due-and-left-off-80x24", due),
                new Screen("home-due-40x10", due),
                new Screen("text-points-to-questions-and-goals-80x24", "Enter End"),
                new Screen("question-asked-80x24", "Enter a"),
                new Screen("question-named-mistake-80x24", "Enter a 5 Enter"),
                new Screen("question-named-mistake-40x10", "Enter a 5 Enter"),
                new Screen("question-named-mistake-60x20-ascii", "Enter a 5 Enter"),
                new Screen("question-unreadable-80x24", "Enter a 1 + * 2 Enter"),
                new Screen("question-right-so-far-80x24", "Enter a Ctrl+n 0 . 4 7 Enter"),
                new Screen("question-right-80x24", "Enter a 1 Enter"),
                new Screen("question-all-hints-80x24", "Enter a 9 9 Enter Tab Tab"),
                new Screen("question-worked-out-80x24", "Enter a Ctrl+e"),
                new Screen("question-how-sure-80x24", "Enter a Ctrl+n Ctrl+n Down Down Enter"),
                new Screen("question-choice-60x20", "Enter a Ctrl+n Ctrl+n Down Down"),
                new Screen("question-choice-40x10", "Enter a Ctrl+n Ctrl+n Down Down"),
                new Screen("example-last-line-left-out-80x24", "Enter E"),
                new Screen("example-wrong-40x10", "Enter E 1 Enter"),
                new Screen("example-filled-in-80x24", "Enter E 6 . 7 Enter"),
                new Screen("prediction-80x24", "Enter v"),
                new Screen("prediction-40x10", "Enter v"),
                new Screen("prediction-below-its-figure-120x36", "Enter"),
                new Screen("prediction-told-120x36", "Enter Tab Down Enter 3"),
                new Screen("prediction-kept-80x24", "Enter v b Enter 3 Enter"),
                new Screen("goals-80x24", "Enter G"),
                new Screen("goals-40x10", "Enter G Down"),
                new Screen("goal-far-80x24", "Enter G Enter"),
                new Screen("goal-far-60x20-ascii", "Enter G Enter"),
                new Screen("goal-reached-80x24", "Enter G Enter" + " Down".repeat(10)),
                new Screen("search-typed-80x24", "Enter / t h e"),
                new Screen("search-second-place-80x24", "Enter / t h e Enter N"),
                new Screen("search-nowhere-60x20-ascii", "Enter / z z"),
                new Screen("review-asked-80x24", due + "R"),
                new Screen("review-over-80x24", due + "R a Enter 1 Enter 7 7 Enter 2 Enter"));
    }

    @TempDir
    private Path folder;

    private Desk desk(Screen screen) {
        Size size = screen.size();
        Desk desk = new Desk(folder.resolve("journal"), size.width(), size.height(), screen.glyphs());
        for (String part : screen.keys().split("(?<=tomorrow)|(?=tomorrow)")) {
            if (part.equals("tomorrow")) {
                desk.keys("q").later(Duration.ofDays(1)).begin();
            } else if (!part.isBlank()) {
                desk.keys(part.strip());
            }
        }
        return desk;
    }

    @ParameterizedTest
    @MethodSource("screens")
    void theScreenIsAsKept(Screen screen) {
        Golden.check(FOLDER, screen.name(), desk(screen).frame());
    }

    @ParameterizedTest
    @MethodSource("screens")
    void everyGlyphIsAllowedAtItsLevel(Screen screen) {
        assertThat(desk(screen).frame().cells()).map(Cell::glyph).allMatch(glyph -> screen.glyphs()
                .allows(glyph));
    }
}
