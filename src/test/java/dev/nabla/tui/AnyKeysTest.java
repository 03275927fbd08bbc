package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.tui.key.KeyContext;
import dev.nabla.tui.term.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is typed, nothing throws and every frame has its size; the keys are those of the table, and characters. */
class AnyKeysTest {
    private static final int KEYS = 1500;

    @TempDir
    private Path folder;

    private static List<String> keys() {
        return Stream.concat(
                        KeyContext.names(),
                        Stream.of("1", "a", "b", "d", ".", "/", "-", "τ", "é", "\ud83d\ude00", "Insert", "F7", "Alt+x"))
                .filter(key -> !List.of("Ctrl+c", "Ctrl+z").contains(key))
                .distinct()
                .collect(Collectors.toList());
    }

    @Table
    void everyFrameHasItsSizeWhateverIsTyped(long seed) {
        Random chance = new Random(seed);
        List<String> keys = keys();
        Glyphs glyphs = Glyphs.values()[chance.nextInt(3)];
        Desk desk = new Desk(folder.resolve("journal"), 80, 24, glyphs).keys("Enter");
        StringBuilder typed = new StringBuilder();
        for (int i : IntStream.range(0, KEYS).toArray()) {
            String key = keys.get(chance.nextInt(keys.size()));
            typed.append(key).append(' ');
            desk.keys(key);
            if (chance.nextInt(40) == 0) {
                desk.resized(1 + chance.nextInt(140), 1 + chance.nextInt(45));
            }
            if (chance.nextInt(60) == 0) {
                desk.pasted("1/3\n\u001b[2J").waiting(Duration.ofHours(20));
            }
            if (desk.wish() == Program.Wish.QUIT || chance.nextInt(200) == 0) {
                desk.begin().keys("Enter");
            }
            Frame frame = desk.frame();
            Size size = frame.size();
            assertThat(frame.cells()).as(i + ": " + typed).hasSize(size.width() * size.height());
            assertThat(frame.cells()).allMatch(cell -> cell.glyph() >= ' ' && cell.glyph() != 0x7f);
        }
    }
}
