package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Glyphs;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.progress.Entry.Stood;
import dev.nabla.progress.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of a section: how sure the learner was, and what comes back. */
class EndTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    private static final String SURE = "   How sure you were, and how right";

    @TempDir
    private Path folder;

    private final List<Entry> done = new ArrayList<>();

    /** Adds an answer of the morning; sure from 1 to 3, 0 if that was not asked. */
    private EndTest answered(String question, boolean right, int sure) {
        String section = question.startsWith("6") ? "06" : "02";
        done.add(new Answered(
                MORNING.plusSeconds(done.size()),
                section,
                question,
                done.size(),
                "x",
                right,
                Optional.empty(),
                sure == 0 ? OptionalInt.empty() : OptionalInt.of(sure),
                false,
                Optional.empty()));
        return this;
    }

    /** Opens section 02 at its goals, where the learner left, and goes on to its end. */
    private Desk end(int width, int height) throws IOException {
        done.add(new Stood(MORNING.plusSeconds(3600), "02", "dot", Map.of()).withParts(5));
        Path file = folder.resolve("journal");
        Journal journal = new Journal(file);
        for (Entry entry : done) {
            journal.append(entry);
        }
        Desk desk = new Desk(file, width, height, Glyphs.BRAILLE).keys("Enter");
        for (int goal = 0; goal < 5 && !desk.rows().get(0).contains("the end"); goal++) {
            desk.keys("Enter");
        }
        return desk;
    }

    @Test
    void afterFiveAnswersWithAConfidenceItSaysHowRightTheyWere() throws IOException {
        answered("2.1", true, 3)
                .answered("2.3", true, 3)
                .answered("2.3", true, 3)
                .answered("2.1", true, 3);
        answered("2.6", false, 3)
                .answered("2.3", true, 2)
                .answered("2.3", false, 2)
                .answered("2.1", true, 2);
        assertThat(end(80, 24).rows())
                .containsSubsequence(
                        SURE,
                        "     certain        ●●●●○        sure and right 4, sure and wrong 1",
                        "     fairly         ●●○          2 right, 1 wrong",
                        "     a hunch                     never",
                        "     the one        You make a twice as long and keep its ...");
    }

    @Test
    void fourAnswersAreTooFewAndAnswersWithoutAConfidenceDoNotCount() throws IOException {
        answered("2.1", true, 3)
                .answered("2.3", true, 2)
                .answered("2.6", false, 1)
                .answered("2.1", true, 1);
        answered("2.3", true, 0).answered("2.3", true, 0);
        assertThat(end(80, 24).rows()).doesNotContain(SURE).contains("   What comes back");
    }

    @Test
    void whatOneWasSureOfAndWrongAboutComesBackFirstAndEachHasItsReason() throws IOException {
        answered("2.1", false, 2)
                .answered("2.1", true, 2)
                .answered("2.3", true, 2)
                .answered("2.6", false, 3);
        assertThat(end(80, 24).rows())
                .containsSubsequence(
                        "   What comes back",
                        "     tomorrow       You make a twice as long and ... (sure, but wrong)",
                        "                    a = (2, 1) and b = (−1, 3). ... (needed a second try)");
    }

    @Test
    void questionsAreCountedByTheirResult() throws IOException {
        answered("2.1", true, 0)
                .answered("2.3", false, 0)
                .answered("2.3", true, 0)
                .answered("2.6", false, 0);
        assertThat(end(80, 24).rows())
                .anyMatch(row -> row.matches("     [0-9]+ questions +1 right, .*"))
                .anyMatch(row -> row.contains("1 right at another try"))
                .noneMatch(row -> row.contains("2.1 right"));
    }

    @Test
    void onASmallScreenWhatWasDoneGivesWay() throws IOException {
        for (int i = 0; i < 6; i++) {
            answered("2.1", i > 0, 3).answered("2.3", true, 2);
        }
        assertThat(end(60, 20).rows()).contains(SURE).noneMatch(row -> row.contains("5 blanks   "));
    }

    @Test
    void onAWideScreenASecondSectionWithAResultStandsBeside() throws IOException {
        for (int i = 0; i < 5; i++) {
            answered("2.1", i > 0, 3).answered("6.1", true, 3);
        }
        assertThat(end(120, 36).rows())
                .anyMatch(row -> row.contains("   When you were certain"))
                .anyMatch(row -> row.endsWith("02 Dot product         ●●●●○        4 of 5"))
                .anyMatch(row -> row.endsWith("06 Softmax             ●●●●●        5 of 5"));
    }
}
