package dev.nabla.lesson.question;

import static dev.nabla.lesson.Graded.form;
import static dev.nabla.lesson.Graded.graded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.lesson.Graded;
import dev.nabla.math.Vector;
import dev.nabla.math.expression.Expression;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of answer: what is right, what is nearly right, and what is said to the rest. */
class AnswerTest {
    private static final List<String> OPTIONS = List.of("p₁ × q", "minus, −1", "neither");
    private static final OptionsAnswer FIRST = new OptionsAnswer(List.of("p₁ × q"), OPTIONS);
    private static final OptionsAnswer ORDER =
            new OptionsAnswer(List.of("z", "x", "w", "y"), List.of("x", "y", "z", "w"));

    private static final VectorAnswer ROW = row(0.5, -0.25);

    private static final NumberAnswer ANGLE =
            new NumberAnswer(61.9899, asked(2, Optional.of(Unit.DEGREES), Optional.empty()));

    private static AnswerFormat asked(int places, Optional<Unit> unit, Optional<CountedNoun> counts) {
        return new AnswerFormat(places, unit, counts, List.of(), 0, 0, 0, false);
    }

    private static NumberAnswer amount(double value, int places) {
        return new NumberAnswer(value, form(places));
    }

    @Table
    void aSlipOfTheHandIsNamedWhereEnoughDigitsShowIt(double value, int places, String typed, String word) {
        assertThat(Graded.word(amount(value, places), typed)).isEqualTo(word);
    }

    @Table
    void aUnitIsTheOneAskedForOrItsSibling(String typed, String word) {
        assertThat(Graded.word(ANGLE, typed)).isEqualTo(word);
    }

    @Table
    void percentAreAskedForWithOrWithoutTheirName(String typed, String message) {
        AnswerFormat form = asked(1, Optional.of(Unit.PERCENT), Optional.empty());
        assertThat(graded(new NumberAnswer(100 * 2048.0 / 4192, form), typed).message())
                .isEqualTo(message);
    }

    @Table
    void whatIsCountedMayBeNamed(String typed, String kind, String message) {
        Verdict verdict =
                graded(new NumberAnswer(2048, asked(0, Optional.empty(), Optional.of(CountedNoun.WEIGHTS))), typed);
        assertThat(verdict.kind().text() + " " + verdict.message()).isEqualTo(kind + " " + message);
    }

    @Test
    void everyNumberOfAnAnswerMayNameWhatItCounts() {
        AnswerFormat form = asked(0, Optional.empty(), Optional.of(CountedNoun.NUMBERS));
        VectorAnswer lengths = new VectorAnswer(Vector.of(2, 3), form);
        assertThat(Graded.word(lengths, "2 numbers, 3 entries")).isEqualTo("right");
        assertThat(Graded.word(lengths, "2 numbers, 3 weights")).isEqualTo("unreadable");
        assertThat(lengths.understood("2 numbers, 3")).isEqualTo("2, 3");
    }

    @ParameterizedTest
    @CsvSource({"0, all its digits", "1, one decimal", "2, two decimals", "6, six decimals", "7, 7 decimals"})
    void placesAreSpelt(int places, String words) {
        assertThat(form(places).wantedPlaces()).isEqualTo(words);
    }

    /** 0.125 rounds to 0.13 or 0.12, and 0.129 cut off is 0.12. */
    @Table
    void amountsAreApartIfNoRoundingOfOnePassesForTheOther(double a, double b, boolean apart) {
        assertThat(amount(a, 2).isApartFrom(amount(b, 2))).isEqualTo(apart);
        assertThat(amount(a, 2).isApartFrom(new OptionsAnswer(List.of("0.12"), List.of())))
                .isFalse();
    }

    /** Twelve digits count: ten before the point and two behind it. */
    @Test
    void anAmountIsTooLongWhereItsLastPlaceDoesNotCount() {
        assertThat(amount(9_999_999_999.0, 2).isTooLong()).isFalse();
        assertThat(amount(1e10, 2).isTooLong()).isTrue();
        assertThat(amount(-1e10, 2).isTooLong()).isTrue();
    }

    @Test
    void itsTextHasThePlacesThatAreAskedFor() {
        assertThat(amount(0.46961, 3).text()).isEqualTo("0.470");
    }

    @Test
    void aHundredAndEightyDegreesArePiRadiansAndOneBitIsLogTwoNats() {
        assertThat(Unit.DEGREES.inSibling(180)).isEqualTo(Math.PI);
        assertThat(Unit.RADIANS.inSibling(Math.PI)).isEqualTo(180);
        assertThat(Unit.BITS.inSibling(1)).isEqualTo(Math.log(2));
        assertThat(Unit.NATS.inSibling(Math.log(2))).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Unit.class)
    void theSiblingsSiblingIsTheUnitItself(Unit unit) {
        assertThat(unit.sibling()).isNotEqualTo(unit);
        assertThat(unit.sibling().sibling()).isEqualTo(unit);
    }

    @Test
    void aUnitThatIsAskedForCanBeTyped() {
        assertThat(Unit.asked()).hasSize(5).allSatisfy(unit -> assertThat(
                        Unit.named(unit.text().toUpperCase(Locale.ROOT)))
                .contains(unit));
    }

    @ParameterizedTest
    @CsvSource({
        "2359296, 0, 2359296",
        "-2359296, 0, −2359296",
        "0.4696131, 3, 0.469613",
        "123456.789, 2, 123456.79",
        "1.5, 2, 1.5"
    })
    void aReplyShowsNoFewerDigitsThanWereAsked(double value, int places, String shown) {
        assertThat(amount(value, places).shown()).isEqualTo(shown);
    }

    @Test
    void anAnswerHasAtMost200Characters() {
        assertThat(Graded.word(amount(0.25, 2), "0.25" + "0".repeat(196))).isEqualTo("right");
        assertThat(graded(amount(0.25, 2), "0.25" + "0".repeat(197)).message())
                .isEqualTo("an answer has at most 200 characters");
    }

    @Table
    void howAHandWritesANumberIsRead(String typed, String word) {
        assertThat(Graded.word(amount(2304, 0), typed)).isEqualTo(word);
    }

    /** Where three decimals are asked for, 2,000 may be two; elsewhere a decimal has no three zeros at its end. */
    @ParameterizedTest
    @CsvSource({"2, 3, right", "2000, 3, right", "2, 2, factor-10", "2000, 0, right", "20, 3, factor-10"})
    void aCommaBeforeThreeZerosMayBeADecimalCommaWhereThreeDecimalsAreAskedFor(double value, int places, String word) {
        assertThat(Graded.word(amount(value, places), "2,000")).isEqualTo(word);
    }

    @Test
    void aPointWhereThousandsAreMeantIsToldAsThat() {
        assertThat(graded(amount(786_432, 0), "786.432").message())
                .isEqualTo("a point begins the decimals here; type 786432 if you mean thousands");
        assertThat(Graded.word(amount(786_432, 0), "786.433")).isEqualTo("wrong");
        assertThat(Graded.word(amount(786_432.5, 1), "786.432")).isEqualTo("factor-10");
        assertThat(Graded.word(amount(786.432, 3), "786.432")).isEqualTo("right");
    }

    @ParameterizedTest
    @ValueSource(strings = {"61.99^\\circ", "61.99^{\\circ}", "61.99 ^\\circ", "$61.99^\\circ$", "\u200b61.99°"})
    void degreesOfLatexAreDegrees(String typed) {
        assertThat(Graded.word(ANGLE, typed)).isEqualTo("right");
    }

    private static VectorAnswer row(double... values) {
        return new VectorAnswer(Vector.of(values), form(2));
    }

    @Table
    void everyNumberCountsAndASlipMustBeTheSameInAll(String typed, String word) {
        assertThat(Graded.word(ROW, typed)).isEqualTo(word);
    }

    @Test
    void theOnlyNumberOfARowIsNotNamed() {
        assertThat(Graded.word(row(0.5), "7")).isEqualTo("wrong");
    }

    @Test
    void rowsAreApartWhereOneNumberIsOrTheirSizesDiffer() {
        assertThat(ROW.isApartFrom(row(0.5, -0.25))).isFalse();
        assertThat(ROW.isApartFrom(row(0.5, -0.3))).isTrue();
        assertThat(ROW.isApartFrom(row(0.5))).isTrue();
        assertThat(ROW.isApartFrom(new NumberAnswer(0.5, form(2)))).isTrue();
    }

    @Test
    void itsTextIsWhatOneWouldType() {
        assertThat(ROW.text()).isEqualTo("0.50, -0.25");
        assertThat(Graded.word(ROW, ROW.text())).isEqualTo("right");
    }

    private static FunctionAnswer graph(String f) {
        return new FunctionAnswer(Expression.parse(f));
    }

    @Table
    void aFunctionIsRightInWhateverForm(String f, String typed, String word) {
        assertThat(Graded.word(graph(f), typed)).isEqualTo(word);
    }

    @Test
    void aFunctionWithoutAnyValueCannotBeTold() {
        assertThat(Graded.word(graph("sqrt(x - 200)"), "sqrt(x - 200)")).isEqualTo("right");
        assertThat(Graded.word(graph("log(-1 - x^2)"), "log(-1 - x^2)")).isEqualTo("wrong");
    }

    @Test
    void functionsAreApartIfTheyDifferAnywhere() {
        assertThat(graph("x^2").isApartFrom(graph("x^2 + 1"))).isTrue();
        assertThat(graph("x^2").isApartFrom(graph("x*x"))).isFalse();
        assertThat(graph("x^2").isApartFrom(new OptionsAnswer(List.of("x"), List.of())))
                .isFalse();
    }

    @Test
    void itsTextIsTheFunctionAsItWasTyped() {
        assertThat(graph("2 x").text()).isEqualTo("2 x");
    }

    @Table
    void anOptionIsNamedByItsLetterOrInFull(String typed, String word) {
        assertThat(Graded.word(FIRST, typed)).isEqualTo(word);
    }

    @Test
    void aNumberIsAPositionUnlessAnOptionIsANumber() {
        OptionsAnswer numbers = new OptionsAnswer(List.of("2"), List.of("4", "2", "−8"));
        assertThat(Graded.word(numbers, "2")).isEqualTo("right");
        assertThat(Graded.word(numbers, "b")).isEqualTo("right");
        assertThat(Graded.word(numbers, "-8")).isEqualTo("wrong");
        assertThat(Graded.word(numbers, "1")).isEqualTo("unreadable");
    }

    @ParameterizedTest
    @CsvSource({
        "16000, '16,000', right",
        "16, '16,000', factor-10",
        "1234.56, '1.234,56', right",
        "3.917, 'ln(50,257)', right",
        "10.8249, 'ln(50,257)', right",
        "10.8249, ln(50 257), right",
        "1.75, 1 3/4, right",
        "9.68034, 'ln(16,000)', right",
        "2.77259, 'ln(16,000)', wrong",
        "1234567, 1.234.567, right"
    })
    void aCommaIsADecimalCommaOrSeparatesThousands(double value, String typed, String word) {
        assertThat(Graded.word(amount(value, value % 1 == 0 ? 0 : 2), typed)).isEqualTo(word);
    }

    @Table
    void anOrderHasEveryOptionOnce(String typed, String word) {
        assertThat(Graded.word(ORDER, typed)).isEqualTo(word);
    }

    private static OptionsAnswer word(String word) {
        return new OptionsAnswer(List.of(word), List.of());
    }

    @Test
    void aWordIsTypedAsItIsCapitalsAndBlanksAside() {
        OptionsAnswer word = word("on the edge");
        assertThat(Graded.word(word, " On the  Edge")).isEqualTo("right");
        assertThat(Graded.word(word("w₀ × w₉"), "W0 x w9")).isEqualTo("right");
        assertThat(Graded.word(word, "diverging")).isEqualTo("wrong");
        assertThat(word.text()).isEqualTo("on the edge");
    }

    @Test
    void answersOfOneKindAreApartIfTheySayAnother() {
        OptionsAnswer other = new OptionsAnswer(List.of("neither"), OPTIONS);
        assertThat(FIRST.isApartFrom(other)).isTrue();
        assertThat(FIRST.isApartFrom(new OptionsAnswer(List.of("p1 x q"), OPTIONS)))
                .isFalse();
        assertThat(ORDER.isApartFrom(new OptionsAnswer(List.of("z", "x", "y", "w"), ORDER.options())))
                .isTrue();
        assertThat(ORDER.isApartFrom(new OptionsAnswer(ORDER.items(), ORDER.options())))
                .isFalse();
        assertThat(word("a").isApartFrom(word("b"))).isTrue();
        assertThat(word("a").isApartFrom(word("A"))).isFalse();
    }

    @Test
    void theirTextsAreRightThemselves() {
        assertThat(FIRST.text()).isEqualTo("p₁ × q");
        assertThat(ORDER.text()).isEqualTo("z → x → w → y");
        assertThat(Graded.word(ORDER, ORDER.text())).isEqualTo("right");
    }

    @Table
    void theReplySaysWhatIsMeant(String answer, String typed, String message) {
        Answer right = Map.of(
                        "angle", ANGLE, "thousands", amount(2304.4, 1), "row", ROW, "option", FIRST, "order", ORDER)
                .get(answer);
        assertThat(graded(right, typed).message()).startsWith(message);
    }
}
