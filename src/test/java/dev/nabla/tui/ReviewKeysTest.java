package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Glyphs;
import dev.nabla.progress.Entry.Answered;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day later: what was wrong, sure and right comes back at home. */
class ReviewKeysTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void aDayLater() {
        desk = new Desk(folder.resolve("journal"), 80, 24, Glyphs.BRAILLE)
                .keys("Enter a")
                .typed("1")
                .keys("Enter Enter Ctrl+n b Enter 3")
                .later(Duration.ofDays(1))
                .begin();
    }

    @Test
    void homeSaysWhatIsDue() {
        assertThat(desk.text()).contains("2 due · about 1 min").containsPattern("02 Dot product .*2 due");
    }

    @Test
    void whatWasSureAndWrongComesFirstAndHowSureIsAlwaysAsked() {
        desk.keys("R");
        assertThat(desk.text()).contains("What happens to a·b").contains("2 to go");
        desk.keys("d Enter");
        assertThat(desk.text()).contains("How sure are you?");
        desk.keys("2 Enter");
        assertThat(desk.text())
                .contains("What is a·b?")
                .doesNotContain("a = (2, 1)")
                .contains("1 to go");
        desk.typed("100").keys("Enter");
        assertThat(desk.text()).contains("How sure are you?").doesNotContain("Which entry of b");
        assertThat(desk.keys("1").text())
                .contains("Not yet", "Which entry of b")
                .contains("Enter goes on, Ctrl-E works it out, or type another answer");
        assertThat(desk.keys("Ctrl+e").text()).contains("worked out");
    }

    @Test
    void theEndSaysWhatComesBackWhen() {
        desk.keys("R").typed(right()).keys("Enter 3 Enter").typed("100").keys("Enter 1 Enter");
        assertThat(desk.text())
                .contains("1 of 2 right")
                .contains("● 2.6   comes back in 3 days    Dot product")
                .contains("○ 2.1   comes back tomorrow     Dot product");
        assertThat(desk.keys("Enter").text()).contains("you are here").doesNotContain("due");
    }

    /** It stays due, and comes with other numbers. */
    @Test
    void whoHasSeenAllHelpAndStillDoesNotKnowGoesOn() {
        desk.keys("R").typed(right()).keys("Enter 3 Enter Enter");
        assertThat(desk.text()).contains("Nothing was typed").contains("1 to go");
        String asked = desk.rows().get(2);
        assertThat(desk.keys("Ctrl+e").text()).contains("Enter goes on").doesNotContain("another answer");
        assertThat(desk.keys("Enter").text()).contains("1 of 2 right", "○ 2.1   still due               Dot product");
        desk.keys("Enter R");
        assertThat(desk.text()).contains("What is a·b?").doesNotContain(asked, "worked out");
    }

    /** The letter of the right option, wherever it stands this time. */
    private String right() {
        return desk.rows().stream()
                .filter(row -> row.endsWith("a·b doubles, the cosine stays"))
                .findFirst()
                .orElseThrow()
                .strip()
                .substring(0, 1);
    }

    @Test
    void leavingAReviewLosesNothing() {
        desk.keys("R").typed("a").keys("Esc");
        assertThat(desk.text()).contains("you are here");
        assertThat(desk.keys("R").text()).contains("► a").contains("2 to go");
        assertThat(desk.entries().stream().filter(Answered.class::isInstance)).hasSize(2);
    }
}
