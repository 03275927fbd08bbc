package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.ModelFolder;
import dev.nabla.cli.input.FileAccess;
import dev.nabla.cli.training.Checkpoint;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Letters;
import dev.nabla.frame.Size;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.own.KeptModel;
import dev.nabla.own.ModelShelf;
import dev.nabla.room.LearnerLocation;
import dev.nabla.room.name.Role;
import dev.nabla.screen.ClassState.Participant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A learner types, pastes and reads names of their own, trains on them and keeps the model. */
class OwnNamesTest {
    private static final List<String> STARS = List.of(
            "sirius", "canopus", "rigel", "vega", "capella", "procyon", "altair", "spica", "antares", "pollux", "deneb",
            "regulus", "castor", "mimosa", "hadar");

    @TempDir
    Path folder;

    private Path journal() {
        return folder.resolve("journal.jsonl");
    }

    private Desk desk(int width, int height, Glyphs glyphs) {
        return new Desk(ShippedCourse.COURSE, Optional.empty(), journal(), new Size(width, height), glyphs);
    }

    private Desk alone() {
        return desk(80, 24, Glyphs.BRAILLE).keeping(new ModelFolder(folder.resolve("models")));
    }

    private Desk student(Role role) {
        return desk(80, 24, Glyphs.BRAILLE).in(new Participant(role, "k3f9a", "Ms Noether", "", ""));
    }

    /** Opens the list from the last line of home. */
    private static Desk list(Desk desk) {
        return desk.keys("Down End Enter");
    }

    private static Desk trained(Desk desk) {
        desk.keys("Enter");
        for (int i = 0; i < 3000 && desk.tickMillis() > 0; i++) {
            desk.waiting(Duration.ofMillis(desk.tickMillis()));
        }
        return desk;
    }

    private static String sentence(Desk desk) {
        return desk.rows().get(22).strip();
    }

    private static String squeezed(Desk desk) {
        return desk.text().replaceAll(" +", " ");
    }

    @Test
    void whatIsTypedIsUnderstoodAtOnce() {
        Desk desk = list(alone());
        assertThat(sentence(desk)).isEqualTo("No name yet: 10 are needed, because one in ten is kept apart");
        List<String> narrow = list(desk(60, 20, Glyphs.ASCII)).rows();
        assertThat(narrow.get(18).strip()).isEqualTo("No name yet: 10 are needed");
        desk.typed("ada").keys("Enter").typed("grace").keys("Enter").typed("emmy");
        assertThat(sentence(desk)).isEqualTo("3 names so far: 10 are needed, because one in ten is kept apart");
        assertThat(squeezed(desk)).contains("longest grace, 5");
        String keys = desk.keys("Enter").keyLine();
        assertThat(keys).startsWith(" Tab its name").doesNotContain("train");
        assertThat(desk.keys("Enter").keyLine()).isEqualTo(keys);
        desk.keys("Up Backspace Backspace Up Up");
        assertThat(desk.text()).contains("     em  ").contains("     grace");
        desk.keys("Tab Ctrl+u").typed("stars").keys("Enter");
        assertThat(squeezed(desk)).contains("call the model stars");
        desk.keys("Esc").keys("Down End Enter");
        assertThat(desk.text()).contains("     grace").contains("stars");
        assertThat(desk.keys("Ctrl+k").text()).doesNotContain("grace");
    }

    @Test
    void enterInAnEmptyListLeadsHome() {
        Desk desk = list(alone());
        assertThat(desk.keyLine()).startsWith(" Enter home");
        assertThat(desk.keys("Enter").keyLine()).startsWith(" Enter begin");
        Desk one = list(alone()).typed("ada").keys("Enter Enter");
        assertThat(sentence(one)).startsWith("1 name so far");
    }

    @Test
    void deletingInAnEmptyLineTakesItAway() {
        Desk desk = list(alone()).typed("ada").keys("Enter").typed("b").keys("Backspace Backspace");
        assertThat(desk.typed("x").text()).contains("     adax");
    }

    @Test
    void aPasteIsALineANameAndWhatIsNoneIsNamed() {
        Desk desk = list(alone()).pasted(String.join("\n", STARS) + "\nb\u202ec\nabcdefghijklmnopq\n");
        assertThat(sentence(desk)).isEqualTo("15 names; 2 lines are left out");
        assertThat(desk.text())
                .contains("line 16 has the character U+202E,")
                .contains("line 17 has more than 16 letters");
        assertThat(desk.keyLine()).isEqualTo(" 17 lines added");
    }

    @Test
    void aFileIsReadOnTheOwnMachineOnly() throws IOException {
        Path names = Files.write(folder.resolve("stars.txt"), STARS);
        Desk desk = list(alone()).typed("@" + names).keys("Enter");
        assertThat(sentence(desk)).isEqualTo("15 names of the letters a to z: enough to begin with");
        desk.typed("@" + folder).keys("Enter");
        assertThat(desk.keyLine()).contains("is no regular file");
        assertThat(desk.keys("Ctrl+u").typed("@/nowhere").keys("Enter").keyLine())
                .isEqualTo(" /nowhere: there is no such file; type the path of one with a name a line");
        Desk served = list(student(Role.STUDENT)).typed("@" + names).keys("Enter");
        assertThat(served.keyLine()).isEqualTo(" A class's server reads no file; paste the names");
        assertThat(served.text()).doesNotContain("sirius");
    }

    @Test
    void aTrainingIsKeptAsACheckpointThatOpensAgain() throws IOException {
        Desk desk = trained(list(alone()).pasted(String.join("\n", STARS)));
        assertThat(desk.rows().get(0)).startsWith(" names: your model").endsWith("FIG.16 · trained on your names");
        assertThat(sentence(desk)).matches("Best at \\d+\\. Then it learns by heart: \\d.\\d{3} there, .* held out");
        assertThat(desk.text()).contains("= in its list, ").contains(" of its first 200 names");
        Path file = folder.resolve("models").resolve("names.json");
        assertThat(file).doesNotExist();
        desk.keys("Enter");
        assertThat(desk.keyLine()).isEqualTo(" Kept: " + file);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(file.getParent()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        Checkpoint saved = Checkpoint.open(file.toString(), FileAccess.MACHINE);
        assertThat(saved.names()).isEqualTo(15);
        assertThat(saved.snapshot().step()).isEqualTo(1000);
        KeptModel latest = new ModelFolder(file.getParent()).latest().orElseThrow();
        assertThat(latest.title()).isEqualTo("names");
        assertThat(latest.says(0, 3)).hasSize(3);

        byte[] first = Files.readAllBytes(file);
        desk.keys("[ Enter");
        assertThat(desk.keyLine()).isEqualTo(" names is kept already; Enter replaces it, i leads to its name");
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
        desk.keys("Enter");
        assertThat(Checkpoint.open(file.toString(), FileAccess.MACHINE)
                        .snapshot()
                        .step())
                .isEqualTo(999);
        Path card = file.resolveSibling("names.svg");
        assertThat(desk.keys("y").keyLine()).isEqualTo(" Drawn: " + card);
        assertThat(card).content().startsWith("<svg").contains("your");
        assertThat(desk.over().entries()).isEmpty();
        assertThat(journal()).doesNotExist();
        assertThat(alone().waiting(Duration.ofMillis(100)).keys("Down").text())
                .contains("Train on your own names  'names' says ");
    }

    @Test
    void aNameThatIsAPathIsRefused() throws IOException {
        Desk desk = list(alone()).pasted(String.join("\n", STARS)).keys("Tab Ctrl+u");
        trained(desk.typed("../stars").keys("Enter"));
        assertThat(desk.keys("Enter").keyLine())
                .isEqualTo(" A model's name is 1 to 40 letters, digits, - and _, like elements");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.contains("stars"));
        }
    }

    /** Columns are counted in cells: 元 and 素 are two wide, the marks of नेहा need none or one. */
    @Test
    void aNameInOtherLettersIsDrawnInItsCells() throws IOException {
        Desk desk = list(alone()).pasted(String.join("\n", STARS)).keys("Tab Ctrl+u");
        desk.typed("元素-नेहा");
        String field = row(desk, "call the model");
        assertThat(field).endsWith("call the model  元素-नेहा");
        trained(desk.keys("Enter"));
        assertThat(desk.rows().get(0)).startsWith(" 元素-नेहा: your model").endsWith("FIG.16 · trained on your names");
        assertThat(Letters.width(desk.rows().get(0))).isEqualTo(79);
        Assumptions.assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "file names are ASCII here");
        assertThat(desk.keys("Enter").keyLine()).endsWith("元素-नेहा.json");
    }

    private static String row(Desk desk, String words) {
        return desk.rows().stream()
                .filter(row -> row.contains(words))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSameListGoesOnAndAnotherBeginsAnew() {
        Desk desk = trained(list(alone()).pasted(String.join("\n", STARS)));
        String there = desk.text();
        assertThat(desk.keys("i Enter").text()).isEqualTo(there);
        desk.keys("i").typed("bellatrix").keys("Enter Enter");
        assertThat(desk.rows().get(2)).endsWith(" of 1,000").doesNotContain("1,000 of 1,000");
    }

    @Test
    void nothingOfItLeavesTheSessionOnAServer() {
        for (Role role : Role.values()) {
            Desk desk = student(role);
            desk = role == Role.TEACHER ? desk.keys("C") : desk;
            trained(list(desk).pasted(String.join("\n", STARS)));
            assertThat(desk.text()).contains("names: your model");
            assertThat(desk.where()).isEqualTo(LearnerLocation.HOME);
            assertThat(desk.keyLine()).startsWith(" Enter more names");
            assertThat(desk.keys("y").keyLine()).isEqualTo(" Nothing of it is written on a class's server");
            desk.keys("S");
            assertThat(desk.deeds()).isEmpty();
            assertThat(desk.over().entries()).isEmpty();
        }
    }

    @Test
    void aServerTakesAThousandNamesAndTheRestIsCounted() {
        Desk desk =
                list(student(Role.STUDENT)).pasted(String.join("\n", Collections.nCopies(1003, "abcdefghijklmnop")));
        assertThat(sentence(desk)).isEqualTo("3 lines found no room: at most 1,000 here");
        assertThat(squeezed(desk)).contains("names 1,000");
    }

    @Test
    void everySizeAndGlyphLevelShowsListAndTraining() {
        for (Glyphs glyphs : Glyphs.values()) {
            for (Size size : List.of(new Size(1, 1), new Size(20, 5), new Size(60, 20), new Size(120, 36))) {
                Desk desk = list(desk(size.width(), size.height(), glyphs).keeping(ModelShelf.NONE));
                desk.pasted(String.join("\n", STARS) + "\n" + "x".repeat(40));
                assertThat(desk.frame().size()).isEqualTo(size);
                desk.keys("Enter");
                desk.waiting(Duration.ofMillis(33));
                assertThat(desk.frame().size()).isEqualTo(size);
            }
        }
    }
}
