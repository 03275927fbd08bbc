package dev.nabla.lesson.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Slow;
import dev.nabla.Table;
import dev.nabla.TestsFigures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Mistakes in lessons by others, each said with its place; the shipped lessons have none. */
@TestsFigures
@Slow
class LintTest {
    private static final String INDEX =
            "format: 1\nladder: [one]\nhere: 1\nsections:\n  - {id: \"09\", title: A, gist: B, lesson: l.md}\n";
    private static final String HEAD = "---\ntitle: A\nminutes: 1\n---\n";

    /** A good question, which begins on line 6, good goals and a good example. */
    private static final String GOOD = read(Path.of("src/test/resources/lesson/good.md"));

    /** What an example of the documentation lacks on its own. */
    private static final String REST = GOOD.replace("9.", "8.");

    private static final String RULE = "\n\n## The rule\n\nIt holds.\n\n";

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
    void aGoodLessonHasNone() {
        assertThat(lint(GOOD)).isEmpty();
    }

    /** Returns the examples that show authors how to write theirs. */
    private static List<String> examples() {
        String doc = read(Path.of("src/main/java/dev/nabla/lesson/package-info.java"))
                .replaceAll("(?m)^ \\* ?", "")
                .replace("&gt;", ">")
                .replace("&lt;", "<");
        return Pattern.compile("<pre>\n(.*?)</pre>", Pattern.DOTALL)
                .matcher(doc)
                .results()
                .map(example -> example.group(1))
                .toList();
    }

    @Test
    void theBlocksInTheDocumentationHaveNone() {
        List<String> blocks =
                examples().stream().filter(example -> example.startsWith("```")).toList();
        assertThat(blocks).hasSize(3).allSatisfy(block -> assertThat(
                        lint(block.replace("02/", "09/") + "\n```figure\nfigure: dot\n```\n" + RULE + REST))
                .isEmpty());
    }

    @Test
    void theGlossaryInTheDocumentationHasNone() throws IOException {
        List<String> glossaries = examples().stream()
                .filter(example -> !example.startsWith("```"))
                .toList();
        assertThat(glossaries).hasSize(1);
        Path file = folder.resolve("glossary.yaml");
        Files.writeString(file, glossaries.get(0).replace("05/A step", "09/The rule"));
        assertThat(lint(GOOD + RULE)).isEmpty();
        Files.writeString(file, glossaries.get(0));
        assertThat(lint(GOOD + RULE))
                .containsExactly("glossary.yaml:2: word η names a page that does not exist: 05/A step");
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

    /** Sections are checked at the same time, and their mistakes come in the order of reading. */
    @Test
    void anIdOfAnEarlierSectionIsNamedThereAndInNoOther(@TempDir Path course) throws IOException {
        StringBuilder index = new StringBuilder(INDEX);
        String lesson = HEAD + "\n" + GOOD;
        Files.writeString(course.resolve("l.md"), lesson);
        for (int i = 10; i < 18; i++) {
            index.append("  - {id: \"" + i + "\", title: A, gist: B, lesson: " + i + ".md}\n");
            Files.writeString(course.resolve(i + ".md"), lesson);
        }
        Files.writeString(course.resolve("16.md"), "no front matter");
        Files.writeString(course.resolve("index.yaml"), index);
        assertThat(Lint.of(course)).hasSize(1).first().asString().startsWith("16.md:1: must begin");
        Files.writeString(course.resolve("16.md"), HEAD + "\n> a quotation\n");
        List<String> expected = new ArrayList<>();
        for (int i = 10; i < 18; i++) {
            expected.add(i == 16 ? "16.md:6:" : i + ".md:6: question 9.1 has the id of l.md:6: question 9.1");
        }
        assertThat(Lint.of(course).stream().filter(line -> line.contains("9.1 has") || line.startsWith("16.md")))
                .zipSatisfy(expected, (line, begin) -> assertThat(line).startsWith(begin));
    }

    @Test
    void aRetiredIdIsUnusedAndNamedByItsOwnSection(@TempDir Path course) throws IOException {
        Files.writeString(course.resolve("index.yaml"), INDEX + "  - {id: \"10\", title: A, gist: B, lesson: m.md}\n");
        Files.writeString(course.resolve("m.md"), HEAD + "\n" + GOOD.replace("9.", "10."));
        String head = HEAD.replace("minutes: 1\n", "minutes: 1\nretired: %s\n");
        Files.writeString(course.resolve("l.md"), head.formatted("9.7, 9.g7, old") + GOOD);
        assertThat(Lint.of(course)).isEmpty();
        Files.writeString(course.resolve("l.md"), head.formatted("9.1, 10.7, 10.1") + GOOD);
        assertThat(Lint.of(course))
                .containsExactly(
                        "l.md: retired 10.1 has the id of m.md:6: question 10.1",
                        "l.md: retired 10.1 belongs to section 10; write it in the front matter there",
                        "l.md: retired 10.7 belongs to section 10; write it in the front matter there",
                        "l.md: retired 9.1 has the id of l.md:6: question 9.1");
        Files.writeString(course.resolve("l.md"), head.formatted("9.7, 9.7") + GOOD);
        assertThat(Lint.of(course)).containsExactly("l.md:4: 'retired' names 9.7 twice");
        Files.writeString(course.resolve("l.md"), head.formatted("9.7; 9.8") + GOOD);
        assertThat(Lint.of(course)).containsExactly("l.md:4: 'retired' must be ids between commas, like 2.3, 2.7");
    }

    /** A file in two sections, too, has all its ids twice. */
    @Test
    void aFileInTwoSectionsHasItsIdsTwice(@TempDir Path course) throws IOException {
        Files.writeString(course.resolve("index.yaml"), INDEX + "  - {id: \"10\", title: A, gist: B, lesson: l.md}\n");
        Files.writeString(course.resolve("l.md"), HEAD + "\n" + GOOD);
        assertThat(Lint.of(course)).contains("l.md:6: question 9.1 has the id of l.md:6: question 9.1");
    }

    @Test
    void minutesFollowFromWordsNumbersAndFormulas() {
        String thousand = ("word ".repeat(10) + "\n\n***\n\n").repeat(100);
        assertThat(lint(thousand + GOOD))
                .containsExactly("l.md:1: says 'minutes: 1', but 1000 words, 0 numbers and 0 formulas take about 6");
        String three = ("word ".repeat(10) + "\n\n***\n\n").repeat(30);
        assertThat(lint(three + GOOD)).isEmpty();
        String numbers = ("a=b ".repeat(8) + "\n\n```formula\na·b = 1\n\nb = 2\n```\n\n***\n\n").repeat(20);
        assertThat(lint(numbers + GOOD)) // 160/40 + 40/8
                .containsExactly("l.md:1: says 'minutes: 1', but 0 words, 160 numbers and 40 formulas take about 9");
    }

    @Test
    void aPageOfTextEndsAtABreakOrAFigure() {
        String rows = "One row.\n\n".repeat(9);
        String figure = "```figure\nfigure: softmax\n```\n\n";
        assertThat(lint(rows + "***\n\n" + rows + figure + rows + GOOD)).isEmpty();
        assertThat(lint("\n## Long\n\n" + rows + "***\n\nOne row.\n\n" + GOOD))
                .containsExactly("l.md:7: takes 19 rows, more than 18; write *** where a page may end");
        assertThat(lint(("word ".repeat(14) + "\n").repeat(2) + "\n" + rows.substring(10) + GOOD))
                .isEmpty();
        assertThat(lint(("word ".repeat(14) + "\n").repeat(2) + "word\n\n" + rows.substring(10) + GOOD))
                .hasSize(1);
    }

    /** At seed 319 both cosines are 0.92848. */
    @Test
    void aConditionOfAChoiceIsTriedOverManyDraws() {
        String choice = GOOD.replace(
                "answer: one\n",
                "answer: one\nholds: $c2 > $c1\nnumbers:\n  low: 0.4 or LEAST..0.4 by 0.05\nwhere:\n  c1: dot.cosine\n"
                        + "  c2: (dot.cosine a=5,2 b=1,$low)*0 + $low*$c1\n");
        assertThat(lint(choice.replace("$low*$c1", "2*$c1").replace("LEAST", "0.05")))
                .isEmpty();
        assertThat(lint(choice.replace("$low*$c1", "($low + 0.65)*$c1").replace("LEAST", "0.35")))
                .hasSize(1)
                .allMatch(mistake -> mistake.matches("l.md:\\d+: question 9.2 has at seed \\d+ no \\$c2 > \\$c1"));
    }

    /** The answer is 1.50; as 1.5 in prose, as 1.500 in an example, as a fact of a figure. */
    @Test
    void anAnswerThatCanBeCopiedIsNamed() {
        String question = GOOD.replace("a: 2 or 2..9", "a: 3 or 2..9");
        String copied = "question 9.1 is answered by ";
        assertThat(lint(question)).isEmpty();
        assertThat(lint("It is {{3/2}}.\n\n" + question))
                .containsExactly("l.md:8: " + copied + "1.5 in l.md:6; give it other numbers");
        assertThat(lint(question.replace("«2·{{2*$n}}» = ___", "so «{{3/2:3}} + {{4*$n - 1.5}}» = ___")))
                .containsExactly("l.md:6: " + copied + "1.500 in steps 9.e1; give it other numbers");
        assertThat(lint("```figure\nfigure: dot\nset:\n  b: 0,1.5\n```\n" + question))
                .containsExactly("l.md:11: " + copied + "1.5 in dot.b[2] b=0,1.5; give it other numbers");
        assertThat(lint("It is {{3.25/2}} and {{1.4}}.\n\n" + question)).isEmpty();
    }

    /** A review asks a guess with its figure, and a step is known by where it begins and how it goes on. */
    @Test
    void aPromptMayPointAtItsFigureOrAtItsNumbers() {
        String pointing = GOOD.replace("shares sum to?", "shares sum to here?");
        assertThat(lint(pointing)).hasSize(1);
        assertThat(lint("```figure\nfigure: softmax\n```\n\n" + pointing)).isEmpty();
        String asked = "What is $a times $b, all of it?";
        assertThat(lint(GOOD.replace(asked, "Where does the first step with $a land?")))
                .hasSize(1);
        assertThat(lint(GOOD.replace(asked, "Where does the first step with $a and $b land?")))
                .isEmpty();
    }

    /** One digit, a whole number below ten and what is predicted stand everywhere. */
    @Test
    void whatStandsEverywhereIsNotCopied() {
        assertThat(lint("It is {{1:2}} and {{0.5}}.\n\n" + GOOD)).isEmpty();
        assertThat(lint("It is {{0.5:2}}.\n\n" + GOOD.replace("a: 2 or 2..9", "a: 1 or 2..9")))
                .hasSize(1);
        assertThat(lint("It is {{0.5:2}}.\n\n"
                        + GOOD.replace("a: 2 or 2..9", "a: 1 or 2..9")
                                .replace("kind: choice\npredict: yes", "kind: choice")
                                .replace("places: 2\n", "places: 2\npredict: yes\n")))
                .isEmpty();
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
