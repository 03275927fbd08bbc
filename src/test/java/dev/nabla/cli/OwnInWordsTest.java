package dev.nabla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.ModelFolder;
import dev.nabla.progress.Entry.Stood;
import dev.nabla.progress.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Own names line by line. */
class OwnInWordsTest {
    private static final String SHIPPED = System.getProperty("lessons", "lessons");
    private static final String STARS =
            "sirius\ncanopus\nrigel\nvega\ncapella\nprocyon\naltair\nspica\nantares\npollux\ndeneb\nregulus\n";

    @TempDir
    private Path folder;

    private Path models() {
        return folder.resolve("models");
    }

    private Path journal() {
        return folder.resolve("journal.jsonl");
    }

    /** What is told to a learner who opens section 06, types 'names' and then these lines. */
    private String told(String lines) {
        return said("names\n" + lines, "learn --text 06");
    }

    private String said(String lines, String command) {
        Environment.Learner learner = new Environment.Learner(
                journal(), () -> Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), new ModelFolder(models()));
        Ran ran = Ran.of(learner, Ran.typed(lines), (command + " --lessons " + SHIPPED).split(" "));
        assertThat(ran.reply().code()).isZero();
        return ran.out().replace("\n", " ").replaceAll(" +", " ");
    }

    @Test
    void aListIsTypedTrainedAndKept() throws IOException {
        String told = told(STARS + "b\u202ec\n\n../stars\nstars\n");
        assertThat(told)
                .containsSubsequence(
                        "Type names, one a line; an empty line ends the list, 'clear' empties it.",
                        "No name yet: 10 are needed.",
                        "9 names so far: 10 are needed.",
                        "> 10 names.",
                        "line 13 has the character U+202E, which nobody sees; take it out; it is left out.",
                        "12 names; 1 of them kept apart to test it.",
                        "The longest name is canopus.",
                        "After 100 steps it says: ",
                        "After 300 steps it says: ",
                        "After 1,000 steps it says: ",
                        " of the first 200 names that it makes up stand in its list: ",
                        "A model's name is 1 to 40 letters, digits, - and _",
                        "Kept: " + models().resolve("stars.json"),
                        "Your place has not moved.");
        assertThat(models().resolve("stars.json")).exists();
        assertThat(Files.readString(journal())).doesNotContain("sirius", "stars");
        assertThat(told(STARS + "\nstars\nstars\n"))
                .containsSubsequence("stars is kept already; type its name once more to replace it.", "Kept: ");
    }

    @Test
    void aFileIsReadAndTooFewNamesAreSaidToBe() throws IOException {
        Path file = Files.writeString(folder.resolve("stars.txt"), STARS);
        assertThat(told("@" + file + "\n\n\n"))
                .containsSubsequence(
                        "12 names.", "After 1,000 steps", "Type its name to keep it; an empty line leaves it.");
        assertThat(told("ada\ngrace\nemmy\n\n"))
                .contains("3 names so far: 10 are needed, because one in ten is kept apart. 'names' goes on");
        assertThat(told("ada\n\nnames\n" + String.join("\n", List.of("clear", "")) + "\n"))
                .containsSubsequence("'names' goes on with the list.", "1 name so far", "No name yet");
    }

    @Test
    void theEndOfTheTrainingLeadsThere() throws IOException {
        new Journal(journal()).add(List.of(new Stood(Instant.EPOCH, "16", "train", Map.of()).withParts(99)));
        assertThat(said("", "learn --text"))
                .startsWith("microGPT, told line by line.")
                .contains("your own names: can be learnt too; 'your own names' leads there.");
        assertThat(said("your own names\nada\n\n", "learn --text"))
                .containsSubsequence("Train on your own names.", "1 name so far", "Your place has not moved.");
        assertThat(said("", "learn --text 06")).startsWith("The maths you need, told line by line.");
    }

    @Test
    void atTheListAWordIsAName() {
        assertThat(told("quit\nnext\n06\n2.3\n"))
                .containsSubsequence(
                        "1 name so far", "2 names so far", "3 names so far", "4 names so far", "You leave in");
    }

    @Test
    void theFigureOfTheModelIsToldAndChangedAsAnyOther() {
        assertThat(told(STARS + "\nfigure\neta = 0.1\nrun\n"))
                .containsSubsequence(
                        "After 1,000 steps it says: ",
                        "'eta' = 0.01 (learning rate",
                        "After 0 steps it says: ",
                        "After 1,000 steps it says: ");
    }

    @Test
    void theListGoesOnAndACardIsDrawn() {
        assertThat(told(STARS + "\nmore names\nmira\n\na card to keep\nstars\n"))
                .containsSubsequence(
                        "Your model. 12 names;", "> 13 names.", "Your model. 13 names;", "Drawn: ", "Kept: ");
    }

    @Test
    void aQuestionIsAskedAgainAfterTheList() {
        String told = said("ask 2.3\nnames\n\n0.7198\n", "learn --text 02");
        assertThat(told)
                .containsSubsequence(
                        "Question 3", "No name yet", "Your place has not moved.", "Question 3", "Right, it is");
    }
}
