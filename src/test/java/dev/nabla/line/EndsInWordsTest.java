package dev.nabla.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.frame.Glyphs;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.own.KeptModel;
import dev.nabla.own.ListPlace;
import dev.nabla.own.ModelShelf;
import dev.nabla.own.NameLines;
import dev.nabla.own.OwnNames;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Progress;
import dev.nabla.progress.ProgressRecorder;
import dev.nabla.tutor.Tutor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The opening, own names in a class and the closing page line by line. */
class EndsInWordsTest extends TypedLines {
    private static final List<String> STARS =
            List.of("sirius", "canopus", "rigel", "vega", "capella", "procyon", "altair", "spica", "antares", "pollux");

    private static Entry trained() {
        Map<String, String> settings = Map.of("seed", "7", "steps", "1000");
        return new Entry.Stood(NOW, "16", "train", settings).withParts(1);
    }

    /** Goes to the end of the last section before the closing page, and on. */
    private String closing(LineTutor tutor) {
        tutor.take("18");
        while (tutor.state().endedSection().isEmpty()) {
            tutor.take("");
        }
        return typed(tutor, "");
    }

    @Test
    void aNewcomerHearsTheOpeningOnceAndItIsSavedBefore() {
        LineTutor tutor = tutor();
        assertThat(typed(tutor, ""))
                .containsSubsequence("The opening. A small language model reads", "sara.", "Type up to 3 letters")
                .doesNotContain("Section 00: ");
        assertThat(typed(tutor, "")).containsSubsequence("Section 00: ", "Station 1 of");
        assertThat(saved.get(0)).isInstanceOf(Entry.Stood.class);
        assertThat(typed(tutor(saved.get(0)), "")).doesNotContain("The opening");
        LineTutor again = tutor(saved.get(0));
        assertThat(typed(again, "opening")).contains("The opening. A small language model reads");
        assertThat(typed(again, "")).startsWith("Section 00: ");
    }

    @Test
    void lettersAtTheOpeningAreToldWithTheNamesThatBeginSo() {
        LineTutor tutor = tutor();
        tutor.take("");
        assertThat(typed(tutor, "ann")).matches("From ann it makes up: ann\\w*(, ann\\w*){3}\\. ");
        assertThat(typed(tutor, "Li")).startsWith("From li it makes up: li");
        assertThat(typed(tutor, "begin = q")).startsWith("From q it makes up: q");
        assertThat(typed(tutor, "begin =")).startsWith("Type up to 3 letters, like ann");
        assertThat(typed(tutor, "zoé")).contains("'é' stands in none of the names that it reads; type a to z");
        assertThat(typed(tutor, "hello")).contains("That makes 5 letters; type at most 3");
        assertThat(typed(tutor, "")).contains("Section 00: ");
        assertThatThrownBy(() -> tutor.take("ann")).hasMessageContaining("'ann' is unknown");
        assertThat(saved).hasSize(1);
    }

    @Test
    void aCommandIsOneAtTheOpeningTooAndSoIsAKey() {
        LineTutor tutor = tutor();
        tutor.take("");
        assertThatThrownBy(() -> tutor.take("run")).hasMessageContaining("no section is open");
        assertThat(typed(tutor, "?")).contains("'more' tells");
        assertThat(typed(tutor, "more")).contains("'next' or 'n': leads on");
        assertThat(typed(tutor, "n")).contains("Section 00: ");
    }

    @Test
    void whoCannotSaveHearsNoOpening() {
        LineTutor tutor = tutor(new ProgressRecorder(entry -> {
            throw new IOException("full");
        }));
        assertThat(typed(tutor, "")).contains("Section 00: ").doesNotContain("The opening");
    }

    @Test
    void theEndOfTheModelLeadsToTheClosingPageAndThatToTheNextSection() {
        LineTutor tutor = tutor(trained());
        assertThat(closing(tutor))
                .containsSubsequence(
                        "The end of the course.",
                        "Your model: seed 7, 1,000 steps.",
                        "Its mean surprise at held-out names: ",
                        "It says: ",
                        "What you know now:");
        assertThat(typed(tutor, "keep this page as text")).startsWith("# ").contains("seed 7");
        assertThat(typed(tutor, "")).startsWith("Section 20: ");
    }

    @Test
    void theWordsOfAKeyAreNotTakenForACommandThatTheyBeginWith() {
        LineTutor tutor = tutor(trained());
        assertThat(typed(tutor, "00", "next section")).contains("Section 01: ");
    }

    @Test
    void aServerReadsNoFileAndKeepsNoModel() {
        LineTutor tutor = tutor(trained());
        assertThat(typed(tutor, "names", "@stars.txt"))
                .contains("No file is read or written here; type or paste the names.")
                .doesNotContain("A line like");
        STARS.forEach(tutor::take);
        assertThat(typed(tutor, "")).contains("After 1,000 steps it says: ").doesNotContain("Type its name");
        assertThat(typed(tutor, "")).isEqualTo(" Your place has not moved. ");
    }

    @Test
    void aReviewGoesOnAfterTheList() {
        QuestionInstance missed = COURSE.question("2.3").draw(0);
        Entry answered = Entry.Answered.of(NOW, "02", missed, "", missed.grade(""), OptionalInt.empty());
        Instant later = NOW.plus(Duration.ofDays(2));
        Progress progress = Progress.of(COURSE, List.of(answered), later, DayRule.inZone(ZoneOffset.UTC));
        InputStream lines = new ByteArrayInputStream("names\nvega\n\n".getBytes(StandardCharsets.UTF_8));
        LineConsole console = new LineConsole(lines, said, Glyphs.BRAILLE, Optional.empty());
        new LineTutor(Tutor.of(progress, later), new ProgressRecorder(saved::add), () -> later, console).review();
        String asked = "What is their cosine?";
        assertThat(said.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " "))
                .containsSubsequence(asked, "1 name so far", "Your place has not moved.", asked);
    }

    @Test
    void aKeptModelOfOwnNamesStandsForTheLearner() {
        KeptModel stars = OwnNames.none(ListPlace.MACHINE)
                .withLines(new NameLines(STARS, 0))
                .withTitle("stars")
                .training()
                .model();
        ModelShelf shelf = new ModelShelf() {
            @Override
            public String read(String file) {
                throw new AssertionError(file);
            }

            @Override
            public boolean has(String title) {
                return title.equals("stars");
            }

            @Override
            public String keep(KeptModel model) {
                throw new AssertionError(model);
            }

            @Override
            public String draw(String title, String svg) {
                throw new AssertionError(title);
            }

            @Override
            public Optional<KeptModel> latest() {
                return Optional.of(stars);
            }
        };
        assertThat(closing(tutor(trained()).keepingModels(shelf))).contains("stars", "10 names");
    }
}
