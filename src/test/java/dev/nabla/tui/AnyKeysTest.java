package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Draws;
import dev.nabla.Slow;
import dev.nabla.Table;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.key.KeyContext;
import dev.nabla.room.Board;
import dev.nabla.room.Board.ShownFigure;
import dev.nabla.room.ClassEvent;
import dev.nabla.room.Poll;
import dev.nabla.room.Poll.Phase;
import dev.nabla.room.Pupils;
import dev.nabla.room.name.Role;
import dev.nabla.screen.ClassState.Participant;
import dev.nabla.tui.term.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is typed, nothing throws and every frame has its size; the keys are those of the table, and characters. */
@Slow
@ExtendWith(Draws.class)
class AnyKeysTest {
    /** Keys of a sitting; three times as many with {@code -Pall}. */
    private static final int KEYS = Draws.count(300, 1500);

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

    /** With the first seeds alone, then in a class, every other time as its teacher. */
    private static Desk sitting(Desk desk, long seed) {
        Role role = Role.values()[(int) (seed % 2)];
        return seed <= 4 ? desk : desk.in(new Participant(role, "id", "Ms Noether", "", ""));
    }

    private static ClassEvent news(Random chance) throws IOException {
        Phase phase = Phase.values()[chance.nextInt(5)];
        int id = chance.nextInt(3);
        Poll poll = new Poll(id, "02", "2." + chance.nextInt(4), 0, phase, Instant.EPOCH);
        ShownFigure shown =
                new ShownFigure("Ms Noether", "02", "dot", Map.of("a", chance.nextInt(3) + ",1"), "b", 0, "code");
        List<ClassEvent> event = List.of(
                new ClassEvent.OnClass(Pupils.now()),
                new ClassEvent.OnPoll(id, 9, 3, Map.of(1, Map.of("right", 7), 2, Map.of("sign", chance.nextInt(9)))),
                new ClassEvent.OnBoard(new Board(
                        0,
                        Optional.of(shown).filter(there -> chance.nextBoolean()),
                        Optional.of(poll).filter(current -> chance.nextBoolean()))));
        return event.get(chance.nextInt(3));
    }

    @Table
    void everyFrameHasItsSizeWhateverIsTyped(long seed) throws IOException {
        Random chance = new Random(Draws.seed() + seed);
        List<String> keys = keys();
        Glyphs glyphs = Glyphs.values()[chance.nextInt(3)];
        Desk desk = sitting(new Desk(folder.resolve("journal"), 80, 24, glyphs), seed)
                .keys("Enter");
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
                sitting(desk.begin(), seed).keys("Enter");
            }
            if (seed > 4 && chance.nextInt(20) == 0) {
                desk.heard(news(chance));
            }
            Frame frame = desk.frame();
            Size size = frame.size();
            assertThat(frame.cells()).as(i + ": " + typed).hasSize(size.width() * size.height());
            assertThat(frame.cells()).allMatch(cell -> cell.glyph() >= ' ' && cell.glyph() != 0x7f);
        }
    }
}
