package dev.nabla.lesson.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.nabla.Slow;
import dev.nabla.TestsFigures;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.lesson.moodle.MoodleReader.Asked;
import dev.nabla.lesson.moodle.MoodleReader.Taken;
import dev.nabla.lesson.question.Answer;
import dev.nabla.lesson.question.NumberAnswer;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.question.QuestionInstance;
import dev.nabla.lesson.question.Verdict;
import dev.nabla.lesson.question.Verdict.VerdictKind;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.math.Decimal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

/** A question bank for Moodle, read back and graded as Moodle does, against what nabla says. */
@TestsFigures
@Slow
class MoodleTest {
    private static final Course COURSE = ShippedCourse.COURSE;
    private static final int SEEDS = 20;
    private static final QuestionBank BANK = QuestionBank.of(COURSE, COURSE.sections(), SEEDS);

    @TempDir
    private Path folder;

    /** The bank, read back once for all tests. */
    private static List<Asked> read() {
        return Once.READ;
    }

    private static final class Once {
        private static final List<Asked> READ = read();

        private static List<Asked> read() {
            try {
                return MoodleReader.read(BANK.toXml());
            } catch (Exception broken) {
                throw new AssertionError(broken);
            }
        }
    }

    private static void validate(byte[] bank) throws SAXException, IOException {
        SchemaFactory.newDefaultInstance()
                .newSchema(Path.of("src/test/resources/lesson/moodle.xsd").toFile())
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(bank)));
    }

    /** The question of nabla from which one of Moodle was made, by its name. */
    private static QuestionInstance ours(Asked asked) {
        String[] name = asked.name().split(" seed ");
        return COURSE.question(name[0]).draw(name.length == 1 ? 0 : Long.parseLong(name[1]));
    }

    @Test
    void theBankIsOfTheDocumentedFormat() throws Exception {
        byte[] bank = BANK.toXml();
        assertThatCode(() -> validate(bank)).doesNotThrowAnyException();
        assertThat(new String(bank, StandardCharsets.UTF_8))
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>");
        assertThat(MoodleReader.read(bank)).hasSameSizeAs(BANK.entries()).allSatisfy(asked -> {
            boolean choice = asked.type().equals("multichoice");
            assertThat(asked.answers()).allMatch(answer -> answer.tolerance().isEmpty() == choice);
            assertThat(asked.answers().stream().filter(Taken::isRight)).hasSize(1);
            assertThat(asked.answers().stream().map(Taken::fraction)).containsOnly(100.0, 0.0);
        });
    }

    @Test
    void theSchemaRefusesWhatTheFormatDoes() {
        String category = "<question type='category'><category><text>top</text></category></question>";
        assertThatThrownBy(() -> validate(("<quiz>" + category + "</quiz>").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SAXException.class);
    }

    @Test
    void theSameCourseGivesTheSameBytes() throws IOException {
        assertThat(QuestionBank.of(COURSE, COURSE.sections(), SEEDS).toXml()).isEqualTo(BANK.toXml());
    }

    @Test
    void whatIsAskedAndToldIsTheSame() throws Exception {
        assertThat(read()).allSatisfy(asked -> {
            QuestionInstance ours = ours(asked);
            String unit = ours.form().unit().isPresent() ? "; leave out the unit" : "";
            String wanted = asked.type().equals("numerical") ? "\n(type " + ours.wanted() + unit + ")" : "";
            assertThat(asked.text()).isEqualTo(ours.prompt() + wanted);
            assertThat(asked.solution()).isEqualTo(String.join("\n", ours.steps()));
            assertThat(asked.hints()).isEqualTo(ours.hints());
        });
    }

    @Test
    void noQuestionIsAboutAFigureThatMoodleDoesNotShow() throws Exception {
        assertThat(read())
                .extracting(MoodleReader.Asked::text)
                .noneMatch(text -> text.matches("(?is).*\\b(the|this) (figure|picture)\\b.*"));
    }

    @Test
    void everyNamedWrongAnswerGetsItsExplanation() throws Exception {
        int[] told = {0};
        assertThat(read()).allSatisfy(asked -> {
            QuestionInstance ours = ours(asked);
            for (Answer answer : ours.answers()) {
                Verdict verdict = ours.grade(answer.text());
                Taken taken = graded(asked, answer.text()).orElseThrow();
                boolean right = verdict.kind() == VerdictKind.RIGHT;
                assertThat(taken.fraction())
                        .as("%s: %s", asked.name(), answer.text())
                        .isEqualTo(right ? 100 : 0);
                assertThat(taken.feedback())
                        .as("%s: %s", asked.name(), answer.text())
                        .isEqualTo(right ? "" : verdict.message());
                told[0] += right ? 0 : 1;
            }
        });
        assertThat(told[0]).isGreaterThan(4000);
        assertThat(BANK.remainder()).doesNotContainKey(Remainder.OVERLAPPED).doesNotContainKey(Remainder.CONDITION);
    }

    private static Optional<Taken> graded(Asked asked, String typed) {
        return asked.type().equals("multichoice") ? asked.grade(typed) : asked.grade(Double.parseDouble(typed));
    }

    /** Of numbers with the places asked for, Moodle takes those that nabla takes, and no others. */
    @Test
    void aNumberNearTheRightOneIsRightForBothOrForNone() throws Exception {
        assertThat(read()).allSatisfy(asked -> {
            QuestionInstance ours = ours(asked);
            for (NumberAnswer number : ours.numbers()) {
                int places = number.form().places();
                for (int units = -3; units <= 3; units++) {
                    String typed = new BigDecimal(number.text())
                            .add(BigDecimal.valueOf(units, places))
                            .setScale(places)
                            .toPlainString();
                    boolean taken = graded(asked, typed).filter(Taken::isRight).isPresent();
                    assertThat(taken)
                            .as("%s: %s", asked.name(), typed)
                            .isEqualTo(ours.grade(typed).kind() == VerdictKind.RIGHT);
                }
            }
        });
    }

    /** Also with digits that the question does not ask for. */
    @Test
    void whatMoodleTakesNablaTakes() throws Exception {
        assertThat(read()).allSatisfy(asked -> {
            QuestionInstance ours = ours(asked);
            for (NumberAnswer number : ours.numbers()) {
                for (int tenth = -12; tenth <= 12; tenth++) {
                    double tried =
                            number.value() + tenth * Math.pow(10, -number.form().places() - 1);
                    String typed = Decimal.fixed(tried, number.form().places() + 3);
                    if (graded(asked, typed).filter(Taken::isRight).isPresent()) {
                        assertThat(ours.grade(typed).kind())
                                .as("%s: %s", asked.name(), typed)
                                .isEqualTo(VerdictKind.RIGHT);
                    }
                }
            }
        });
    }

    @Test
    void noWrongAnswerReachesTheRightOne() throws Exception {
        assertThat(read().stream().filter(asked -> asked.type().equals("numerical")))
                .hasSizeGreaterThan(900)
                .allSatisfy(asked -> assertThat(asked.answers())
                        .filteredOn(answer -> !answer.isRight())
                        .allMatch(
                                answer -> answer.low() > asked.right().high()
                                        || answer.high() < asked.right().low(),
                                asked.name()));
    }

    @Test
    void aRangeIsCutWhereItWouldReachTheRightAnswer() {
        AcceptedRange right = range("-0.121", "0.005");
        assertThat(range("-0.2", "0.005").outside(right)).contains(range("-0.2", "0.005"));
        AcceptedRange cut = range("-0.1149", "0.005").outside(right).orElseThrow();
        assertThat(cut.high()).isEqualByComparingTo("-0.1099");
        assertThat(cut.low()).isEqualByComparingTo("-0.115999999999");
        AcceptedRange below = range("-0.1299", "0.005").outside(right).orElseThrow();
        assertThat(below.low()).isEqualByComparingTo("-0.1349");
        assertThat(below.high()).isEqualByComparingTo("-0.126000000001");
        assertThat(range("-0.12", "0.001").outside(right)).isEmpty();
        assertThat(range("7", "0").outside(range("8", "0"))).contains(range("7", "0"));
    }

    private static AcceptedRange range(String value, String tolerance) {
        return new AcceptedRange(new BigDecimal(value), new BigDecimal(tolerance));
    }

    @Test
    void eachQuestionOfTheCourseIsWrittenOrCounted() {
        List<Question> all = COURSE.lessons().stream()
                .flatMap(lesson -> lesson.questions().stream())
                .toList();
        int left = List.of(Remainder.GUESS, Remainder.VECTOR, Remainder.ORDER, Remainder.EXPRESSION).stream()
                .mapToInt(BANK.remainder()::get)
                .sum();
        assertThat(BANK.questions() + left).isEqualTo(all.size());
        long varying = all.stream()
                .filter(question -> BANK.entries().stream()
                        .anyMatch(entry -> entry.variant().question().equals(question)))
                .filter(Question::varies)
                .count();
        assertThat(BANK.entries().size() + BANK.remainder().get(Remainder.REPEATED))
                .isEqualTo(BANK.questions() + varying * (SEEDS - 1));
    }

    @Test
    void variantsHaveACategoryOfTheirOwnBelowTheirSection() throws Exception {
        List<Asked> softmax = MoodleReader.read(
                QuestionBank.of(COURSE, List.of(COURSE.section("06")), 3).toXml());
        assertThat(softmax)
                .filteredOn(asked -> asked.name().startsWith("6.1 "))
                .extracting(Asked::name, Asked::category)
                .containsExactly(
                        tuple("6.1 seed 1", "$course$/nabla maths/06 Softmax/6.1"),
                        tuple("6.1 seed 2", "$course$/nabla maths/06 Softmax/6.1"),
                        tuple("6.1 seed 3", "$course$/nabla maths/06 Softmax/6.1"));
        assertThat(softmax)
                .filteredOn(asked -> !asked.name().contains("seed"))
                .isNotEmpty()
                .allMatch(asked -> asked.category().equals("$course$/nabla maths/06 Softmax"));
    }

    /** Signs of HTML and XML, and the end of a section of CDATA, arrive as they were typed. */
    @Test
    void signsOfMarkupAreText() throws Exception {
        Files.writeString(
                folder.resolve("index.yaml"),
                "format: 1\nid: other\nladder: [one]\nhere: 1\nsections:\n"
                        + "  - {id: \"01\", title: In/Out & <b>, gist: g, lesson: a/lesson.md}\n");
        Files.createDirectories(folder.resolve("a"));
        Files.writeString(
                folder.resolve("a/lesson.md"),
                "---\ntitle: T\nminutes: 1\n---\n\n# T\n\n```question\nid: 1.1\nkind: choice\nask: 'Is 1 < 2 & ]]> <b>?'\n"
                        + "answer: 'a<b'\nwrong:\n  - is: '&amp;'\n    misconception: m\n    reveals: 'No ]]> </p>'\n"
                        + "hints:\n  - '<hint>'\n```\n");
        Course course = CourseReader.load(folder);
        byte[] bank = QuestionBank.of(course, course.sections(), 1).toXml();
        validate(bank);
        Asked asked = MoodleReader.read(bank).get(0);
        assertThat(asked.text()).isEqualTo("Is 1 < 2 & ]]> <b>?");
        assertThat(asked.answers().stream().map(Taken::text)).containsExactly("a<b", "&amp;");
        assertThat(asked.answers().get(1).feedback()).isEqualTo("No ]]> </p>");
        assertThat(asked.hints()).containsExactly("<hint>");
        assertThat(asked.category()).isEqualTo("$course$/nabla other/01 In//Out & <b>");
    }

    @Test
    void whatIsLeftOutIsCountedInWords() {
        assertThat(Remainder.GOAL.counted(1)).isEqualTo("1 goal");
        assertThat(Remainder.GOAL.counted(3)).isEqualTo("3 goals");
    }
}
