package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.TestsFigures;
import dev.nabla.figure.Golden;
import dev.nabla.frame.Cell;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;

/**
 * Golden screens, in files named after what they show; {@code mvn test -Dupdate} rewrites them. Tones are stored too,
 * so that meaning carried by colour alone becomes visible: without colours only bold and reverse remain.
 */
@TestsFigures
class ScreensTest {
    private static final Path FOLDER = Path.of("src/test/resources/screens");

    @TempDir
    private Path folder;

    @Table
    void theScreenIsAsKept(String name, String keys) {
        Glyphs glyphs = name.endsWith("ascii") ? Glyphs.ASCII : Glyphs.BRAILLE;
        String[] sides = name.replaceAll(".*-(\\d+x\\d+).*", "$1").split("x");
        Desk desk = new Desk(folder.resolve("journal"), Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), glyphs);
        for (String part : keys.split("(?<=tomorrow)|(?=tomorrow)")) {
            if (part.equals("tomorrow")) {
                desk.keys("q").later(Duration.ofDays(1)).begin();
            } else if (!part.isBlank()) {
                desk.keys(part.strip());
            }
        }
        Frame frame = desk.frame();
        Golden.check(FOLDER, name, frame);
        assertThat(frame.cells()).map(Cell::glyph).allMatch(glyphs::allows);
    }
}
