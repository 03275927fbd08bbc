package dev.nabla.lesson.question;

import static dev.nabla.lesson.Graded.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.Table;
import dev.nabla.figure.Fact;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Style;
import dev.nabla.figure.Value;
import dev.nabla.lesson.QuestionsTest;
import dev.nabla.math.Vector;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The grading rule. The rows of {@code grades.csv} that end in the number of decimals come from a bank of questions
 * whose values were computed elsewhere; the others are typed by hand.
 */
class GradeTest {
    private static final List<Fact> FACTS = List.of(
            Fact.real("angle_deg", 61.9899, Style.DEGREES),
            Fact.real("ratio", Double.POSITIVE_INFINITY, Style.number(2)),
            reals("p", Vector.of(0.75, 0.25)),
            reals("log_p", Vector.of(-0.3, Double.NEGATIVE_INFINITY)),
            Fact.whole("argmax", 3),
            Fact.word("status", "zigzag"),
            Fact.absent("cosine", "a zero vector has no direction"),
            Fact.of("c", new Value.Rows(List.of(Vector.of(1, 2), Vector.of(3, 4)))));

    private static final int PLACES = 6;

    private static Map<String, QuestionInstance> own;

    private static Fact reals(String name, Vector values) {
        Quantity<Vector, Vector> quantity = Quantity.reals(name, Style.number(2), vector -> vector);
        return quantity.fact(values);
    }

    @BeforeAll
    static void draw() {
        own = QuestionsTest.questions().stream()
                .map(question -> question.draw(0))
                .collect(Collectors.toMap(QuestionInstance::id, Function.identity()));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/lesson/grades.csv", delimiter = '|')
    void anAnswerIsGradedAndItsMistakeNamed(String id, String typed, String verdict, String mistake) {
        Verdict graded = own.get(id).grade(typed == null ? "" : typed);
        assertThat(graded.kind().text()).as(graded.toString()).isEqualTo(verdict);
        assertThat(graded.misconception()).as(graded.toString()).isEqualTo(Optional.ofNullable(mistake));
        assertThat(graded.hint().isPresent())
                .as(graded.toString())
                .isEqualTo(verdict.equals("wrong") && mistake == null);
    }

    /** On the border both neighbours are right; a hair beyond it neither passes for the other. */
    @Table
    void theBorderOfRoundingIsExact(double value, int places, String typed, String verdict) {
        NumberAnswer right = new NumberAnswer(value, form(places));
        Verdict graded = Grade.of(right).of(typed);
        assertThat(graded.kind().text()).as(graded.toString()).isEqualTo(verdict);
    }

    /** Of a value that doubles may have moved so far: relative, by the last place that was typed. */
    @Table
    void smallAndLargeNumbersCountLikeOthers(double value, double rounding, int places, String typed, String message) {
        AnswerFormat form = form(places).withAllDigits();
        assertThat(Grade.of(new NumberAnswer(value, rounding, form)).of(typed).message())
                .isEqualTo(message);
    }

    @Table
    void whatIsTypedBesideANumberIsNeverSilentlyWrong(String id, String typed, String kind, String message) {
        Verdict graded = own.get(id).grade(typed);
        assertThat(graded.kind().text() + " " + graded.message()).isEqualTo(kind + " " + message);
    }

    @Table
    void theReplySaysWhatItMeans(String id, String typed, String message) {
        assertThat(own.get(id).grade(typed).message()).isEqualTo(message);
    }

    @Test
    void aPlainNotYetComesWithTheFirstHint() {
        QuestionInstance variant = own.get("2.3");
        assertThat(variant.grade("0.4").hint()).contains(variant.hints().get(0));
        assertThat(variant.hints().get(0)).endsWith("?");
    }

    @Test
    void anythingTypedIsGradedOrRefusedButNeverFails() {
        List<String> hostile = new ArrayList<>(List.of(
                ("(((((((((( 1e-999999999 1e2147483647 - % ° = 1= \u0000 \u001b[2J 0x10 1;2;3 ,,,, 1, 1,2,3 NaN% "
                                + "0/0 💥 ½ 1e400 -.e1")
                        .split(" ")));
        hostile.addAll(List.of("9".repeat(150), "9".repeat(5000), "e".repeat(90)));
        assertThat(own.values()).allSatisfy(variant -> assertThat(hostile)
                .allSatisfy(typed -> assertThatCode(() -> variant.grade(typed))
                        .as(variant.id())
                        .doesNotThrowAnyException()));
    }

    private static Verdict.VerdictKind graded(long millionths, int least, String typed) {
        NumberAnswer right = new NumberAnswer(millionths / 1e6, form(least));
        return Grade.of(right).of(typed).kind();
    }

    private static long power(int exponent) {
        return exponent == 0 ? 1 : 10 * power(exponent - 1);
    }

    @Property
    void aDecimalIsRightIfItIsWithinHalfAUnitOfItsLastPlace(
            @ForAll @LongRange(min = -5_000_000, max = 5_000_000) long millionths,
            @ForAll @IntRange(min = 0, max = PLACES - 1) int places,
            @ForAll @IntRange(min = -2, max = 2) int off) {
        long unit = power(PLACES - places);
        long last = Math.floorDiv(millionths, unit) + off;
        String typed = BigDecimal.valueOf(last, places).toPlainString();
        boolean right = 2 * Math.abs(millionths - last * unit) <= unit;
        assertThat(graded(millionths, places, typed) == Verdict.VerdictKind.RIGHT)
                .isEqualTo(right);
    }

    @Property
    void withFewerPlacesItIsRightSoFarUnlessTheNextOneIsNought(
            @ForAll @LongRange(min = -5_000_000, max = 5_000_000) long millionths,
            @ForAll @IntRange(min = 0, max = PLACES - 1) int places,
            @ForAll @IntRange(min = 0, max = 1) int off) {
        long unit = power(PLACES - places);
        long last = Math.floorDiv(millionths, unit) + off;
        String typed = BigDecimal.valueOf(last, places).toPlainString();
        Verdict.VerdictKind kind = graded(millionths, places + 1, typed);
        boolean near = 2 * Math.abs(millionths - last * unit) <= unit;
        if (20 * Math.abs(millionths - last * unit) <= unit && (last != 0 || millionths == 0)) {
            assertThat(kind).isEqualTo(Verdict.VerdictKind.RIGHT);
        } else {
            assertThat(kind == Verdict.VerdictKind.SO_FAR).isEqualTo(near && last != 0);
        }
    }

    /** What is behind the places asked for decides nothing, but for a 5 in the middle: the rule in whole numbers. */
    @Property
    void furtherDigitsDecideNothing(
            @ForAll @LongRange(min = -5_000_000, max = 5_000_000) long millionths,
            @ForAll @IntRange(min = 1, max = PLACES - 1) int places,
            @ForAll @LongRange(min = -1_500_000, max = 1_500_000) long off) {
        long unit = power(PLACES - places);
        long typed = millionths + off * unit / 1_000_000;
        Verdict.VerdictKind kind =
                graded(millionths, places, BigDecimal.valueOf(typed, PLACES).toPlainString());
        boolean shows = 2 * Math.abs(millionths) >= unit;
        boolean near = 2 * Math.abs(typed - millionths) <= unit;
        long nearest = Math.floorDiv(2 * typed + unit, 2 * unit);
        boolean rounded =
                Math.floorMod(2 * typed + unit, 2 * unit) != 0 && 2 * Math.abs(nearest * unit - millionths) <= unit;
        if (shows && typed != 0) {
            assertThat(kind == Verdict.VerdictKind.RIGHT).isEqualTo(near || rounded);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "0.50", "0.500", "50%", "50.0 %", "50 percent", "1/2", "0.5+0", "5e-1", "1-0.5"})
    void aShareHasOneVerdictHoweverItIsWritten(String typed) {
        NumberAnswer share = new NumberAnswer(0.496585, form(2));
        assertThat(Grade.of(share).of(typed)).isEqualTo(Grade.of(share).of("0.50"));
        assertThat(Grade.of(share).of(typed).kind()).isEqualTo(Verdict.VerdictKind.RIGHT);
    }

    /** A remark on further digits tells none of the answer. */
    @ParameterizedTest
    @ValueSource(strings = {"0.9433", "0.9436", "0.9433+0", "94.36%", "0.945"})
    void aRemarkTellsNoDigit(String typed) {
        Verdict verdict = own.get("2.2").grade(typed);
        assertThat(verdict.kind()).isEqualTo(Verdict.VerdictKind.RIGHT);
        assertThat(verdict.message()).doesNotContainPattern("\\d");
    }

    /** Decimal commas, true minuses, a plus, blanks, percent and powers of ten say the same. */
    @Property
    void howItIsWrittenDoesNotMatter(
            @ForAll @LongRange(min = -5_000_000, max = 5_000_000) long millionths,
            @ForAll @LongRange(min = -5_000_000, max = 5_000_000) long typed) {
        BigDecimal number = BigDecimal.valueOf(typed, PLACES);
        String plain = number.toPlainString();
        Verdict.VerdictKind kind = graded(millionths, 3, plain);
        List<String> others = List.of(
                plain.replace('.', ','),
                plain.replace('-', '−'),
                " " + plain + " ",
                "x = " + plain,
                "\\approx " + plain,
                "**" + plain + "**",
                "`" + plain + "`",
                plain + ";",
                plain + "…",
                "\u200b" + plain,
                "The answer is " + plain + ".",
                "\\boxed{" + plain + "}",
                number.movePointRight(2).toPlainString() + "%",
                number.movePointRight(3).toPlainString() + "e-3");
        assertThat(others)
                .allSatisfy(other ->
                        assertThat(graded(millionths, 3, other)).as(other).isEqualTo(kind));
    }

    /** What is right of a number is right of it with a power of ten, and asked for with as many places more. */
    @Property
    void aSmallNumberIsGradedLikeALargeOne(
            @ForAll @LongRange(min = -5_000_000, max = 5_000_000) long millionths,
            @ForAll @IntRange(min = 0, max = PLACES - 1) int places,
            @ForAll @IntRange(min = -2, max = 2) int off,
            @ForAll @IntRange(min = 0, max = 290) int power) {
        long last = Math.floorDiv(millionths, power(PLACES - places)) + off;
        String typed = last + "e-" + places;
        String small = last + "e-" + (places + power);
        assertThat(exactly(millionths + "e-6", places, typed))
                .isEqualTo(exactly(millionths + "e-" + (PLACES + power), places + power, small));
    }

    private static Verdict.VerdictKind exactly(String value, int places, String typed) {
        AnswerFormat form = form(places);
        return Grade.of(new NumberAnswer(Double.parseDouble(value), 0, form))
                .of(typed)
                .kind();
    }

    private static Verdict graded(String name, String typed) {
        return Grade.ofFact(FACTS, name, AnswerPrecision.USUAL).of(typed);
    }

    @Table
    void whatSolvePrintsIsRight(String name, String typed, String kind) {
        assertThat(graded(name, typed).kind().text()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({", so_far", "0, right", "4, so_far"})
    void placesMayBeAskedForInsteadOfThoseShown(Integer places, String kind) {
        assertThat(Grade.ofFact(
                                FACTS,
                                "angle_deg",
                                AnswerPrecision.USUAL.or(
                                        Optional.ofNullable(places).map(String::valueOf),
                                        Optional.empty(),
                                        Optional.empty()))
                        .of("62")
                        .kind()
                        .text())
                .isEqualTo(kind);
    }

    @Table
    void whatCannotBeAskedIsSaid(String name, String complaint) {
        assertThatThrownBy(() -> graded(name, "1")).hasMessage(complaint);
    }
}
