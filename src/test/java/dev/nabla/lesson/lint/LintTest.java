package dev.nabla.lesson.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Mistakes in lessons by others, each said with its place; the shipped lessons have none. */
class LintTest {
    private static final String INDEX =
            "format: 1\nladder: [one]\nhere: 1\nsections:\n  - {id: \"09\", title: A, gist: B, lesson: l.md}\n";
    private static final String HEAD = "---\ntitle: A\nminutes: 1\n---\n";

    /** A good question, which begins on line 6, good goals and a good example. */
    private static final String GOOD = read(Path.of("src/test/resources/lesson/good.md"));

    /** What an example of the documentation lacks on its own. */
    private static final String REST = GOOD.replace("9.", "8.");

    @TempDir
    private Path folder;

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<String> lint(String body) {
        try {
            Files.writeString(folder.resolve("index.yaml"), INDEX);
            Files.writeString(folder.resolve("l.md"), HEAD + "\n" + body);
        } catch (IOException unwritable) {
            throw new AssertionError(unwritable);
        }
        return Lint.of(folder);
    }

    @Test
    void theShippedLessonsHaveNoMistakes() {
        assertThat(Lint.of(Path.of("lessons"))).isEmpty();
    }

    @Test
    void aGoodLessonHasNone() {
        assertThat(lint(GOOD)).isEmpty();
    }

    /** The question and the goal that show authors how to write theirs. */
    @Test
    void theExamplesInTheDocumentationHaveNone() {
        String doc = read(Path.of("src/main/java/dev/nabla/lesson/package-info.java"))
                .replaceAll("(?m)^ \\* ?", "")
                .replace("&gt;", ">")
                .replace("&lt;", "<");
        List<String> examples = Pattern.compile("<pre>\n(.*?)</pre>", Pattern.DOTALL)
                .matcher(doc)
                .results()
                .map(example -> example.group(1))
                .toList();
        assertThat(examples).hasSize(3).allSatisfy(example -> assertThat(lint(example + "\n" + REST))
                .isEmpty());
    }

    /** What is replaced in the good question or goal, by what, and the first mistake that is found. */
    @ParameterizedTest
    @CsvFileSource(resources = "/lesson/mistakes.csv", delimiter = '|')
    void aMistakeIsNamedWithItsPlace(String good, String bad, String mistake) {
        assertThat(GOOD).contains(good);
        String body =
                GOOD.replace(good, bad == null ? "" : bad.replace("\\n", "\n").replace("\\e", "\u001b"));
        List<String> mistakes = lint(body);
        assertThat(mistakes).isNotEmpty();
        assertThat(mistakes.get(0)).isEqualTo(mistake).doesNotContain("\u001b");
    }

    /** Prose and formulas in front of the good lesson, and the first mistake that is found in them. */
    @ParameterizedTest
    @CsvFileSource(resources = "/lesson/prose.csv", delimiter = '|')
    void aMistakeInProseIsNamedWithItsPlace(String prose, String mistake) {
        List<String> mistakes = lint(prose.replace("\\n", "\n") + "\n\n" + GOOD);
        assertThat(mistakes.isEmpty() ? "none" : mistakes.get(0)).isEqualTo(mistake);
    }

    @Test
    void aLessonOfWhichNothingCanBePredictedOrPlayedIsIncomplete() {
        assertThat(lint("Words.\n"))
                .containsExactly(
                        "l.md:1: has 0 goals; write 2 or more",
                        "l.md:1: has no question to predict from; give one 'predict: yes'");
    }

    @Test
    void aTitleIsTheSameInTheIndexAndInTheLesson(@TempDir Path course) throws IOException {
        Files.writeString(course.resolve("index.yaml"), INDEX);
        Files.writeString(course.resolve("l.md"), HEAD.replace("title: A", "title: Another") + GOOD);
        assertThat(Lint.of(course))
                .containsExactly("l.md: title 'Another' is 'A' in index.yaml, and that is what readers see;"
                        + " write the same in both");
    }

    @Test
    void minutesFollowFromTheWords() {
        String thousand = ("word ".repeat(10) + "\n\n# Next\n\n").repeat(100);
        assertThat(lint(thousand + GOOD))
                .containsExactly("l.md:1: says 'minutes: 1', but 1000 words of prose take about 5");
        String three = ("word ".repeat(10) + "\n\n# Next\n\n").repeat(33);
        assertThat(lint(three + GOOD)).isEmpty();
    }

    @Test
    void aTextOfMoreThanAScreenfulWantsAHeading() {
        String rows = "One row.\n\n".repeat(9);
        assertThat(lint(rows + "## Next\n\n" + rows.replaceFirst("One row.\n\n", "") + "## Goals\n" + GOOD))
                .isEmpty();
        assertThat(lint("\n## Long\n\n" + rows + "## Goals\n" + GOOD))
                .containsExactly("l.md:7: takes 19 rows; put a heading after 18");
    }

    @Table
    void yamlThatIsNotWantedIsRefusedQuickly(String yaml) {
        for (String kind : List.of("question", "goal", "figure", "steps")) {
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(10), () -> assertThat(lint("```" + kind + "\n" + yaml + "\n```\n"))
                            .as(kind)
                            .hasSize(1)
                            .allMatch(mistake -> mistake.matches("l\\.md:[678]: .*")));
        }
    }

    /** Nested so deep, repeated so often or so long that a careless reader takes for ever or runs out of stack. */
    @Test
    void whatIsTooMuchIsRefusedQuickly() {
        List<String> bombs = List.of(
                GOOD.replace("answer: $a*$b", "answer: " + "(".repeat(20_000)),
                GOOD.replace("answer: $a*$b", "answer: " + "(".repeat(400) + "1" + ")".repeat(400)),
                GOOD.replace("answer: $a*$b", "answer: " + "$a*".repeat(20_000) + "1"),
                GOOD.replace("answer: $a*$b", "answer: (softmax.sum tau=" + "(".repeat(300) + ")"),
                GOOD.replace("a: 2 or 2..9", "a: 2 or 0..1e9 by 1e-9"),
                GOOD.replace("a: 2 or 2..9", "a: " + "1,".repeat(500) + "1 or 2..9"),
                GOOD.replace("steps:", "steps: " + "[".repeat(100_000)),
                GOOD.replace("all of it?", "{{".repeat(20_000)),
                GOOD.replace("holds: p[1] > 0.9", "holds: p[1] > " + "9".repeat(50_000)),
                "x".repeat(300_000));
        assertThat(bombs)
                .allSatisfy(bomb -> Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(10), () -> assertThat(lint(bomb)).isNotEmpty()));
    }
}
