package dev.nabla.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.TestsFigures;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Consoles;
import dev.nabla.cli.Environment;
import dev.nabla.cli.Ran;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.frame.Size;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Snapshot;
import dev.nabla.output.Config;
import dev.nabla.output.DisplayProfile.Surroundings;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Entry.Answered;
import dev.nabla.progress.Journal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** At a terminal that could draw, for a reader who does not see pictures. */
@TestsFigures
class ScreenReaderTest {
    private static final String TOLD = "told line by line";
    private static final Config ON = Config.parse("screen-reader = on", "config");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Environment terminal(Map<String, String> more, Config config) {
        Map<String, String> env = new HashMap<>(Map.of("LANG", "en_US.UTF-8", "TERM", "xterm-256color"));
        env.putAll(more);
        Environment place = Consoles.at(
                new Surroundings(env, true, "UTF-8"),
                true,
                Optional.of(new Size(100, 30)),
                Consoles.learner(folder.resolve("journal.jsonl")),
                new Environment.Streams(Ran.typed(""), out));
        return Consoles.configured(place, env, config);
    }

    /** Returns all that a command line prints. */
    private String printed(Environment place, String line) {
        CommandResult reply = Consoles.run(place, line);
        assertThat(reply.code()).as(line).isZero();
        assertThat(reply.err()).as(line).isEmpty();
        return out.toString(StandardCharsets.UTF_8) + reply.out();
    }

    private String printed(String line) {
        return printed(terminal(Map.of("NABLA_SCREEN_READER", "1"), Config.NONE), line);
    }

    /** Box drawing, blocks, geometric shapes and braille. */
    private static boolean isDrawn(int c) {
        return c >= 0x2500 && c <= 0x25ff || c >= 0x2800 && c <= 0x28ff || c == 0x1b || c == '\r';
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "learn", "learn 02", "learn --text"})
    void theTutorIsToldLineByLine(String line) {
        assertThat(printed(line)).contains(TOLD).doesNotContain("\u001b", "\r");
    }

    @Test
    void everyWayToSayItHolds() {
        Environment seeing = terminal(Map.of(), Config.NONE);
        assertThat(Consoles.run(seeing, "").code()).isEqualTo(99);
        for (String line : List.of("--screen-reader", "--screen-reader learn", "learn --screen-reader")) {
            out.reset();
            assertThat(printed(seeing, line)).as(line).contains(TOLD);
        }
        out.reset();
        assertThat(printed(terminal(Map.of("ACCESSIBLE", "1"), Config.NONE), ""))
                .contains(TOLD);
        out.reset();
        assertThat(printed(terminal(Map.of(), ON), "")).contains(TOLD);
        out.reset();
        assertThat(printed(terminal(Map.of("NABLA_SCREEN_READER", "0"), ON), "learn --screen-reader"))
                .contains(TOLD);
        assertThat(Consoles.run(terminal(Map.of("NABLA_SCREEN_READER", "0"), ON), "")
                        .code())
                .isEqualTo(99);
    }

    @Test
    void theOptionBeforeACommandIsThatOfTheCommand() {
        Environment seeing = terminal(Map.of(), Config.NONE);
        assertThat(printed(seeing, "--screen-reader show softmax --tau 2"))
                .isEqualTo(printed(seeing, "show softmax --tau 2 --screen-reader"))
                .isEqualTo(printed("show softmax --tau 2"));
        assertThat(Consoles.run(seeing, "--screen-reader --version").out()).isEqualTo("nabla 9.9\n");
        assertThat(Consoles.run(seeing, "--screen-reader solv").err())
                .isEqualTo(Consoles.run(seeing, "solv").err());
    }

    static Stream<String> figures() {
        return Figures.ids().stream();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void aFigureIsShownInSentences(String figure) {
        String sentences = printed("show " + figure);
        assertThat(sentences.codePoints()).noneMatch(ScreenReaderTest::isDrawn);
        assertThat(sentences).startsWith(Figures.named(figure).info().number() + ", ");
        assertThat(sentences.lines()).hasSizeGreaterThan(3);
    }

    @Test
    void whatIsShownIsTheTitleTheSentenceAndEachNumber() {
        assertThat(printed("show dot --a 1,2 --b 3,4"))
                .contains("a: 1, 2.\n", "b: 3, 4.\n", "a·b is 11.00.\n")
                .isEqualTo(printed("show dot --a 1,2 --b 3,4 --format text"))
                .isEqualTo(printed("solve dot --a 1,2 --b 3,4 --plot"));
    }

    /** A script asks for the form that it wants. */
    @Test
    void aPictureThatIsNamedIsStillAPicture() {
        assertThat(printed("show dot --format ansi")).contains("\u001b[");
        assertThat(printed("show dot --format svg")).startsWith("<svg");
        assertThat(printed("show dot --format python"))
                .isEqualTo(Consoles.pipe("show dot --format python").out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"solve softmax", "solve dot --json", "check --op dot --fact s --answer 1.10", "solve --help"})
    void scriptsGetTheSame(String line) {
        CommandResult told = Consoles.run(terminal(Map.of("NABLA_SCREEN_READER", "1"), Config.NONE), line);
        assertThat(told).isEqualTo(Consoles.run(terminal(Map.of(), Config.NONE), line));
    }

    @Test
    void progressIsASentencePerSection() {
        assertThat(printed("progress")).contains("02 Dot product: not begun.");
        assertThat(Consoles.run(terminal(Map.of(), Config.NONE), "progress").out())
                .doesNotContain("02 Dot product: not begun.");
    }

    @Test
    void theReviewAsksLineByLine() throws IOException {
        Entry answered = new Answered(
                Instant.parse("2026-03-02T12:00:00Z"),
                "02",
                "2.1",
                0,
                "1",
                false,
                Optional.empty(),
                OptionalInt.empty(),
                false,
                Optional.empty());
        new Journal(folder.resolve("journal.jsonl")).append(answered);
        assertThat(printed("review")).contains("> ").doesNotContain("\u001b", "\r");
        assertThat(Consoles.run(terminal(Map.of(), Config.NONE), "review").code())
                .isEqualTo(42);
    }

    @Test
    void aLessonThatIsWatchedNeedsAScreen() {
        CommandResult reply = Consoles.run(terminal(Map.of("NABLA_SCREEN_READER", "1"), Config.NONE), "learn --watch");
        assertThat(reply.code()).isEqualTo(2);
        assertThat(reply.err())
                .isEqualTo("nabla: --watch shows a lesson on the tutor's screen, which a screen reader does not have"
                        + " (NABLA_SCREEN_READER=1); leave out --watch\n");
    }

    @Test
    void trainingPrintsALineEveryFiveSecondsAndNeverReturnsToTheBeginningOfOne() throws IOException {
        assertThat(trained(false)).matches("(step \\d+ of 60  loss \\d\\.\\d{3}\n){10}");
        assertThat(trained(true)).contains("\rstep ").doesNotContain("\n");
    }

    /** Each step takes a second. */
    private static String trained(boolean redraws) throws IOException {
        ByteArrayOutputStream progress = new ByteArrayOutputStream();
        Environment.Streams streams =
                new Environment.Streams(Ran.typed(""), OutputStream.nullOutputStream(), progress, () -> () -> 0);
        Recipe recipe = Recipe.standard();
        AtomicLong clock = new AtomicLong();
        new Training(
                        recipe,
                        Snapshot.first(recipe),
                        Optional.empty(),
                        Optional.empty(),
                        streams,
                        redraws,
                        () -> clock.addAndGet(1_000_000_000))
                .run(60, 0);
        return progress.toString(StandardCharsets.US_ASCII);
    }
}
