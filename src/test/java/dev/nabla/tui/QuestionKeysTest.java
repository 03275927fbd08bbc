package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.output.Palette;
import dev.nabla.output.Palette.Colors;
import dev.nabla.output.Palette.Theme;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.tui.term.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What keys do at a section's questions, and what of it the journal gets. */
class QuestionKeysTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void atTheFirstQuestion() {
        desk = new Desk(folder.resolve("journal"), 80, 24, Glyphs.BRAILLE).keys("Enter a");
    }

    private List<Answered> answers() {
        return desk.entries().stream()
                .filter(Answered.class::isInstance)
                .map(Answered.class::cast)
                .toList();
    }

    static List<Script> scripts() throws IOException {
        return Script.in("question.txt");
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void theScriptIsPlayed(Script script) {
        script.play(desk);
    }

    @Test
    void aWrongAnswerIsNamedAndWrittenDownAtOnce() {
        desk.typed("5").keys("Enter");
        assertThat(desk.text()).contains("Not yet: wrong pairs").contains("The entries were paired crosswise.");
        assertThat(answers()).singleElement().satisfies(answer -> {
            assertThat(answer.item()).isEqualTo("2.1");
            assertThat(answer.section()).isEqualTo("02");
            assertThat(answer.typed()).isEqualTo("5");
            assertThat(answer.right()).isFalse();
            assertThat(answer.misconception()).contains("wrong-pairs");
            assertThat(answer.sure()).isEmpty();
        });
    }

    @Test
    void whatCannotBeReadCountsNothingAndHasItsCaret() {
        desk.typed("1+*2").keys("Enter");
        assertThat(answers()).isEmpty();
        int row = desk.rows().indexOf(" ► 1+*2");
        assertThat(desk.rows().get(row + 1)).isEqualTo("     ^");
    }

    @Test
    void aRightAnswerLeadsOnToTheNextQuestion() {
        desk.typed("1").keys("Enter");
        assertThat(desk.text()).contains("Right, it is 1.").contains("●○○");
        assertThat(answers()).singleElement().matches(Answered::right);
        assertThat(desk.keys("Enter").text()).contains("What is their cosine?");
    }

    @Test
    void afterARightAnswerSpaceGoesOnAndLettersAreKeysAgain() {
        desk.typed("1").keys("Enter");
        assertThat(desk.keyLine()).startsWith(" Enter go on").doesNotContain("check", "hint");
        assertThat(desk.keys("?").text()).contains("After a right answer");
        desk.keys("q");
        assertThat(desk.keys("Space").text()).contains("What is their cosine?");
        desk.keys("Ctrl+p");
        assertThat(desk.keys("q").text()).contains("The rule");
    }

    @Test
    void theLastHintBringsItBackWithOtherNumbers() {
        desk.keys("Tab Tab Tab");
        assertThat(desk.text()).contains("the first product is −2").contains("It comes back with other numbers.");
        assertThat(desk.text()).doesNotContainPattern("(?i)hint \\d");
        desk.keys("Tab");
        assertThat(desk.text()).doesNotContain("a = (2, 1)").doesNotContain("product is");
    }

    @Test
    void aQuestionThatPredictsAsksHowSureBeforeTheVerdict() {
        desk.keys("Ctrl+n Ctrl+n Down Down Enter");
        assertThat(desk.text()).contains("How sure are you?").doesNotContain("Not yet");
        assertThat(answers()).isEmpty();
        desk.keys("Esc");
        assertThat(desk.text()).doesNotContain("How sure");
        desk.keys("Enter 3");
        assertThat(desk.text()).contains("Not yet: cosine counts length");
        assertThat(answers()).singleElement().satisfies(answer -> {
            assertThat(answer.sure()).isEqualTo(OptionalInt.of(3));
            assertThat(answer.predicted()).isTrue();
        });
    }

    @Test
    void aJournalThatCannotBeWrittenIsSaidAndTheCourseGoesOn() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        desk = new Desk(file.resolve("journal"), 80, 24, Glyphs.BRAILLE).keys("Enter");
        desk.waiting(Duration.ofSeconds(2));
        assertThat(desk.keyLine()).contains("Progress is not kept");
        desk.keys("a").typed("5").keys("Enter");
        assertThat(desk.text()).contains("Not yet: wrong pairs").contains("Progress is not kept");
    }

    @Test
    void theVerdictWaitsForTheJournal() {
        List<String> shown = new ArrayList<>();
        TutorProgram[] tutor = new TutorProgram[1];
        Size size = new Size(80, 24);
        tutor[0] = new TutorProgram(
                Desk.home(Desk.COURSE, size),
                new ProgressRecorder(entry -> {
                    if (entry instanceof Entry.Answered) {
                        shown.add(String.join("\n", tutor[0].view(size).rows()));
                    }
                }),
                () -> Instant.EPOCH,
                new Palette(Colors.INDEXED, Theme.DARK),
                true,
                Optional.empty());
        for (String key : "Enter a 5 Enter".split(" ")) {
            tutor[0].on(new Input.Key(key));
        }
        assertThat(shown).singleElement().asString().contains("What is a·b?").doesNotContain("Not yet");
        assertThat(String.join("\n", tutor[0].view(size).rows())).contains("Not yet: wrong pairs");
    }
}
