package dev.nabla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.lesson.question.QuestionText;
import dev.nabla.lesson.question.Verdict;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.output.ExitCode;
import dev.nabla.progress.DayRule;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.progress.Journal;
import dev.nabla.progress.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The review line by line: what is typed goes in as a text, what is said comes out as one. */
@Timeout(60)
class ReviewTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    private Path folder;

    private Path file;
    private Instant now = Instant.parse("2026-03-05T12:00:00Z");

    @BeforeEach
    void name() {
        file = folder.resolve("nabla/journal.jsonl");
    }

    private Ran review(String typed) {
        Environment.Learner learner = new Environment.Learner(file, () -> Clock.fixed(now, ZoneOffset.UTC));
        return Ran.of(learner, Ran.typed(typed), "review", "--plain");
    }

    private static Answered answered(Instant at, String item, boolean right, int sure) {
        String number = item.substring(0, item.indexOf('.'));
        return new Answered(
                at,
                number.length() == 1 ? "0" + number : number,
                item,
                0,
                "1",
                right,
                Optional.empty(),
                OptionalInt.of(sure),
                false,
                Optional.empty());
    }

    private void know(Entry... entries) throws IOException {
        for (Entry entry : entries) {
            new Journal(file).append(entry);
        }
    }

    private List<Entry> entries() throws IOException {
        return new Journal(file).read().entries();
    }

    private QuestionInstance next(String item) throws IOException {
        Course course = CourseReader.load(Consoles.PIPE.lessons());
        long seed = Progress.of(course, entries(), now, DayRule.inZone(ZoneOffset.UTC))
                .seed(item);
        return course.question(item).draw(seed);
    }

    private Answered last() throws IOException {
        List<Entry> entries = entries();
        return (Answered) entries.get(entries.size() - 1);
    }

    @Test
    void whoHasAnsweredNothingIsToldWhereToBegin() {
        assertThat(review(""))
                .isEqualTo(new Ran(
                        CommandResult.ok(
                                "nothing to review yet; answer a question of a section first: nabla learn 02\n"),
                        ""));
    }

    @Test
    void whenNothingIsDueTheDayIsSaidOnWhichItWillBe() throws IOException {
        know(answered(now, "2.3", true, 2));
        assertThat(review("").reply()).isEqualTo(CommandResult.ok("nothing is due before 2026-03-06\n"));
    }

    @Test
    void aRightChoiceIsToldWithWhatMakesItRight() throws IOException {
        know(answered(MONDAY, "2.6", true, 2));
        assertThat(review(next("2.6").answer() + "\n3\n").out())
                .containsSubsequence("Right.\n", "(2a)·b = 2(a·b)\n", "the twos cancel\n");
    }

    @Test
    void aRightAnswerIsPraisedWrittenDownAndMovesTheQuestionOn() throws IOException {
        know(answered(MONDAY, "2.3", true, 2));
        QuestionInstance question = next("2.3");
        Ran ran = review(question.answer() + "\n3\n\n");
        assertThat(ran.reply()).isEqualTo(CommandResult.ok(""));
        assertThat(ran.out())
                .isEqualTo("1 question is due, about a minute.\n\nReview, 02 Dot product, 1 to go.\n"
                        + "\nQuestion 2.3. '?' gives a hint, an empty line puts it off.\n" + question.prompt()
                        + "\n(type a number, three decimals are enough)\n" + QuestionText.SUMS + "\n"
                        + "> How sure? 1 a hunch, 2 fairly, 3 certain; an empty line means fairly.\n> Right, it is "
                        + question.grade(question.answer()).message().replace("right, it is ", "") + "."
                        + "\n> \nReview, done.\n\n1 of 1 right:\nright at once: a = (0.8, 0.5) and b = (0.3,"
                        + " ...; comes back in 3 days.\n\nNothing is due before 2026-03-08.\n");
        assertThat(last())
                .isEqualTo(new Answered(
                        now,
                        "02",
                        "2.3",
                        question.seed(),
                        question.answer(),
                        true,
                        Optional.empty(),
                        OptionalInt.of(3),
                        question.question().predicts(),
                        Optional.of(question.question().digest())));
        assertThat(question.seed()).isNotZero();
    }

    @Test
    void aWrongAnswerIsNamedThenHintedAtThenToldWithItsSteps() throws IOException {
        know(answered(MONDAY, "2.3", true, 2));
        QuestionInstance question = next("2.3");
        Ran ran = review("99\n\n98\n");
        assertThat(ran.out())
                .contains("Not yet\n" + question.hints().get(0)
                        + "\nOne more try; an empty line shows the answer.\n> Not this either\n")
                .contains("the answer: " + question.answer() + "\n" + String.join("\n", question.steps()) + "\n")
                .containsOnlyOnce("Question 2.3.")
                .endsWith("\n0 of 1 right. Nothing is due before 2026-03-06.\n");
        assertThat(entries().stream().skip(1))
                .allMatch(entry -> entry instanceof Answered answer && !answer.right())
                .extracting(entry -> ((Answered) entry).typed())
                .containsExactly("99", "98");
    }

    @Test
    void aKnownMistakeIsNamedAndTheNameIsWrittenDown() throws IOException {
        know(answered(MONDAY, "2.3", true, 2));
        QuestionInstance question = next("2.3");
        String dot = question.steps().get(0).replaceAll(".*= ", "").replace('−', '-');
        Verdict verdict = question.grade(dot);
        assertThat(verdict.misconception()).contains("not-normalised");
        assertThat(review(dot + "\n1\n").out().replace('\n', ' ')).contains("Not yet " + verdict.message() + " ");
        assertThat(last().misconception()).contains("not-normalised");
        assertThat(last().sure()).hasValue(1);
    }

    @Test
    void afterAHintARightAnswerEndsWithTheSteps() throws IOException {
        know(answered(MONDAY, "2.3", true, 2));
        QuestionInstance question = next("2.3");
        Ran ran = review("?\n" + question.answer() + "\n");
        assertThat(ran.out())
                .contains("> " + question.hints().get(0) + "\n> Right")
                .contains(String.join("\n", question.steps()))
                .contains("0 of 1 right");
        assertThat(last().right()).isTrue();
    }

    @Test
    void whatCannotBeReadOrIsTooRoughIsAskedAgainAndDoesNotCount() throws IOException {
        know(answered(MONDAY, "6.1", true, 2));
        QuestionInstance question = next("6.1");
        String rough = "1";
        Ran ran = review("banana\n" + rough + "\n" + question.answer() + "\nmaybe\n2\n");
        assertThat(ran.out())
                .contains("'banana' is not a number")
                .contains("give two decimals")
                .containsSubsequence("> How sure? ", "> How sure? ")
                .contains("1 of 1 right");
        assertThat(entries()).hasSize(2);
    }

    /** What is known of the figure is told, with the slope, and nothing that the guess hides: where the ball is. */
    @Test
    void aGuessIsToldWithItsFigureAndMadeOnce() throws IOException {
        know(answered(MONDAY, "5.15", false, 3));
        String out = review("0, 0\n3\n").out();
        assertThat(out)
                .containsSubsequence(
                        "Review, 05 Gradient descent, 1 to go.\n",
                        "FIG.05, Gradient descent: roll downhill.\n",
                        "The ball is at θ = (−2.5, 1.5)",
                        "How sure?",
                        "the answer: (−1.90, 0.18)\n",
                        "0 of 1 right. Nothing is due before 2026-03-06.")
                .doesNotContain("One more try");
        assertThat(out.substring(0, out.indexOf("How sure?"))).doesNotContain("·.", "weights θ");
    }

    @Test
    void anEmptyLineLeavesAQuestionOutAndItStaysDue() throws IOException {
        know(answered(MONDAY, "2.3", true, 2));
        assertThat(review("\n").out())
                .contains("Left for later.", "still due")
                .doesNotContain("the answer:")
                .contains("You answered nothing:\n")
                .endsWith("\n1 question is due, about a minute.\n");
        assertThat(entries()).hasSize(1);
    }

    @Test
    void theEndOfTheInputEndsPolitelyWherever() throws IOException {
        know(answered(MONDAY, "2.3", true, 2), answered(MONDAY, "6.1", true, 2));
        assertThat(review("").out()).endsWith("> \n\nYou answered nothing. 2 questions are due, about a minute.\n");
        assertThat(review("99").out()).endsWith("> \n\nYou answered nothing. 2 questions are due, about a minute.\n");
        assertThat(review("99\n\n").out())
                .contains("Not yet\n")
                .endsWith("> \n\n0 of 1 right. 1 question is due, about a minute.\n");
    }

    @Test
    void sureAndWrongIsAskedFirst() throws IOException {
        know(answered(MONDAY, "2.3", true, 3), answered(MONDAY, "6.1", false, 3), answered(MONDAY, "7.1", true, 1));
        assertThat(review("\n\n\n")
                        .out()
                        .lines()
                        .filter(line -> line.startsWith("Question "))
                        .map(line -> line.substring(0, line.indexOf(". "))))
                .containsExactly("Question 6.1", "Question 2.3", "Question 7.1");
    }

    @Test
    void aQuestionReturnsWithOtherNumbersForWeeks() throws IOException {
        know(answered(MONDAY, "2.3", true, 2));
        List<String> prompts = new ArrayList<>();
        List<Long> days = new ArrayList<>();
        for (int day = 1; day <= 60; day++) {
            now = MONDAY.plus(Duration.ofDays(day));
            QuestionInstance question = next("2.3");
            if (review(question.answer() + "\n2\n").out().contains(question.prompt())) {
                prompts.add(question.prompt());
                days.add((long) day);
            }
        }
        assertThat(days).containsExactly(1L, 4L, 11L, 25L, 39L, 53L);
        assertThat(prompts).doesNotHaveDuplicates();
    }

    @Test
    void aJournalThatCannotBeWrittenIsSaidOnceAndTheReviewGoesOn() throws IOException {
        know(answered(MONDAY, "2.3", true, 2), answered(MONDAY, "6.1", true, 2));
        String typed = "99\n\n98\n\n" + next("6.1").answer() + "\n\n\n";
        Environment.Learner learner = new Environment.Learner(file, () -> Clock.fixed(now, ZoneOffset.UTC));
        Ran ran = Ran.of(learner, new SequenceInputStream(new AFolderInstead(), Ran.typed(typed)), "review", "--plain");
        String why = "it is no regular file: cannot write " + file;
        assertThat(ran.out())
                .containsOnlyOnce("Progress is not kept: " + why + "\n")
                .contains("1 of 2 right");
        assertThat(ran.reply())
                .isEqualTo(new CommandResult(ExitCode.OK, "", "nabla: 3 answers are not kept: " + why + "\n"));
    }

    /** Nothing to read, but meanwhile the journal has become something that cannot be written. */
    private final class AFolderInstead extends InputStream {
        @Override
        public int read() throws IOException {
            Files.delete(file);
            Files.createDirectory(file);
            return -1;
        }
    }

    @Test
    void foreignLinesAreWarnedOfAndStay() throws IOException {
        know(answered(MONDAY, "2.3", true, 2));
        String before = Files.readString(file) + "gar\u001bbage\n{\"format\":9}\n1\n2\n3\n";
        Files.writeString(file, before);
        assertThat(review("").reply().err().lines())
                .containsExactly(
                        "nabla: " + file + ": line 2 is passed over: it is no JSON, or was not written to its end;"
                                + " it stays in the file",
                        "nabla: " + file + ": line 3 is passed over: format 9 is newer than this nabla, which reads 1;"
                                + " it stays in the file",
                        "nabla: " + file + ": line 4 is passed over: it is no JSON object; it stays in the file",
                        "nabla: " + file + ": and 2 more lines");
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void aQuestionThatHasLeftTheCourseIsNotAsked() throws IOException {
        know(answered(MONDAY, "2.99", true, 2), answered(MONDAY, "2.3", true, 2));
        assertThat(review("\n").out()).contains("Question 2.3").doesNotContain("2.99");
    }

    @Test
    void nothingThatIsTypedSteersTheTerminalOrEndsTheReview() throws IOException {
        know(answered(MONDAY, "2.6", true, 2), answered(MONDAY, "4.11", true, 2));
        Ran ran = review("\u001b[2J\u0007\n" + "x".repeat(100_000) + "\n\0\n");
        assertThat(ran.out().chars()).allMatch(c -> c == '\n' || c >= ' ' && c != 0x7f);
        assertThat(ran.reply().code()).isZero();
    }

    @Test
    void aTutorWithAScreenForItIsOpenedOnATerminalOnly() {
        assertThat(Consoles.run(Consoles.TERMINAL, "review").code()).isEqualTo(42);
        assertThat(Consoles.pipe("review").out()).startsWith("nothing to review yet");
        assertThat(Consoles.run(Consoles.TERMINAL, "review --plain").out()).startsWith("nothing to review yet");
    }
}
