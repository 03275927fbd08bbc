package dev.nabla.figure.induce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.nabla.TestsFigures;
import dev.nabla.cli.input.ResourceLimit;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Value;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.math.BadInput;
import dev.nabla.math.Decimal;
import dev.nabla.output.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestsFigures
class InduceTest {
    private static final InduceFigure FIGURE = new InduceFigure();

    /** After the cliff one head of each layer does what the sentence about them says. */
    @Test
    void aHeadReadsTheLetterBeforeAndAnotherWhatCameAfter() {
        InduceResults all = InduceResults.of(FIGURE.start().withSteps(600));
        assertThat(all.next()).isEqualTo("k");
        assertThat(all.p()).isGreaterThan(0.9);
        assertThat(all.pAfterFirst()).isLessThan(0.2);
        assertThat(all.before()).isGreaterThan(0.4);
        assertThat(InduceResults.role(FIGURE.start().withSteps(600), 1)).isEqualTo("letter before");
        for (int head = 1; head <= InduceModel.HEADS; head++) {
            InduceModel model = FIGURE.start().withSteps(600).withHead2(head);
            assertThat(InduceResults.of(model).after()).as("head 2.%d", head).isGreaterThan(0.6);
        }
        InduceResults off = InduceResults.of(FIGURE.start().withSteps(600).withOff(2));
        assertThat(InduceFigure.RATE.of(all)).isGreaterThan(0.8);
        assertThat(InduceFigure.RATE_OFF.of(off)).isLessThan(0.4);
    }

    /** In the few rows beside a question the picture is whole: its last letter, its curve, and what is right. */
    @ParameterizedTest
    @CsvSource({"80, right of the repeats, without head 1.2", "60, repeats right, without 1.2"})
    void aLowPictureIsWhole(int width, String right, String without) {
        FigureState<InduceModel> live =
                FigureState.of(FIGURE, FIGURE.start().withSteps(60).withOff(2));
        int rows = InducePicture.LEAST_ROWS + 2;
        assertThat(live.leastRows()).isLessThan(rows);
        Canvas canvas = new Canvas(new Size(width, rows), Font.of(Glyphs.BRAILLE));
        live.worked(Integer.MAX_VALUE).body(canvas);
        List<String> lines = PlainText.of(canvas.frame()).lines().toList();
        assertThat(lines.get(rows - 2)).contains("   f ", right);
        assertThat(lines.get(rows - 1)).contains("before 0.", without);
        assertThat(lines.get(rows - 3)).contains("1,000   ", "2,000");
        assertThat(lines.get(rows - 5)).contains("┤");
    }

    /** After a head is switched off {@code i} still opens the text, as the page says. */
    @Test
    void switchingAHeadOffLeavesTheFocusOnTheText() {
        FigureState<InduceModel> off = FigureState.of(FIGURE).play("off");
        assertThat(off.settings()).containsEntry("off", "1.1");
        assertThat(off.focusName()).isEqualTo("text");
        assertThat(off.isOnText()).isTrue();
        assertThat(off.type("abcabc").settings())
                .containsEntry("text", "abcabc")
                .containsEntry("off", "1.1");
    }

    /** Of the twelve letters of this text five have room, and the one that comes is the last of them. */
    @Test
    void theLikeliestLetterIsAlwaysAmongThoseShown() {
        FigureState<InduceModel> live =
                FigureState.of(FIGURE, FIGURE.start().withSteps(600).withText("abcdefghijklabcdefghijk"));
        Canvas canvas = new Canvas(new Size(80, 21), Font.of(Glyphs.BRAILLE));
        live.worked(Integer.MAX_VALUE).body(canvas);
        List<String> lines = PlainText.of(canvas.frame()).lines().toList();
        int row = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains("next  "))
                .findFirst()
                .orElseThrow();
        int column = lines.get(row).indexOf("l ");
        assertThat(column).isPositive();
        assertThat(lines.get(row + 2).substring(0, column + 1))
                .endsWith(Decimal.fixed(InduceResults.of(live.model()).p(), 3));
    }

    @Test
    void theLogitsOfBothLayersAddUp() {
        InduceResults all = InduceResults.of(FIGURE.start().withSteps(30));
        for (int i = 0; i < all.first().size(); i++) {
            double z = all.trace().logits().get(all.model().places() - 1, i);
            assertThat(all.first().get(i) + all.added().get(i)).isCloseTo(z, within(1e-12));
        }
        assertThat(all.afterFirst().sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void allThatCameAfterTheLastLetterCounts() {
        assertThat(FIGURE.start().withText("abcabdab").after()).containsExactly(3, 6);
        assertThat(FIGURE.start().withText("abcabdab").cameAfter()).contains("d");
        assertThat(FIGURE.start().withText("aaa").after()).containsExactly(2, 3);
        assertThat(FIGURE.start().withText("abc").cameAfter()).isEmpty();
        assertThat(FIGURE.start().withText("kdhafkdhafkdhafkdhaf").isLearnt()).isFalse();
        assertThat(FIGURE.start().withText("kd").isLearnt()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"KdhaF, kdhaf", "l, l"})
    void aTextIsTypedInAnyCase(String typed, String text) {
        assertThat(FigureState.of(FIGURE).set("text", typed).model().text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"kdm, unknown_character", "k d, unknown_character", "aaaaaaaaaaaaaaaaaaaaaaaa, too_long"})
    void aTextThatTheModelCannotReadIsRefused(String typed, String code) {
        FigureState<InduceModel> live = FigureState.of(FIGURE);
        assertThatThrownBy(() -> live.set("text", typed))
                .isInstanceOfSatisfying(
                        BadInput.class, bad -> assertThat(bad.code()).isEqualTo(code));
    }

    @Test
    void headsAreSwitchedOffOneAfterTheOther() {
        FigureState<InduceModel> live = FigureState.of(FIGURE).set("layers", "1");
        List<String> off = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            live = live.play("off");
            off.add(
                    live.model().off() == 0
                            ? "none"
                            : InduceModel.headName((int) live.model().off() - 1));
        }
        assertThat(off).containsExactly("1.1", "1.2", "1.3", "1.4", "none", "1.1");
        InduceModel both = FIGURE.start().withOff(7);
        assertThat(both.withLayers(1).off()).isZero();
        assertThat(both.withLayers(2)).isEqualTo(both);
    }

    @ParameterizedTest
    @CsvSource({"999, 999", "1000, 1000", "1001, 1000", "2000, 1000"})
    void aCommandWhereOthersWaitEndsAtThousandSteps(long asked, long taken) {
        Map<String, Value> given = Map.of("steps", new Value.Whole(asked));
        List<String> cuts = new ArrayList<>();
        InduceModel model = ResourceLimit.FAIR.model(FIGURE, FIGURE.knobs(), FIGURE.start(), given, Optional.of(cuts));
        assertThat(model).isEqualTo(FIGURE.start().withSteps(taken));
        String note = "induce ends after 1,000 of " + Decimal.grouped(asked)
                + " steps, because others wait; nabla on your own machine takes them all";
        assertThat(cuts).isEqualTo(asked == taken ? List.of() : List.of(note));
        assertThat(ResourceLimit.WHOLE.model(FIGURE, FIGURE.knobs(), FIGURE.start(), given, Optional.of(cuts)))
                .isEqualTo(FIGURE.start().withSteps(asked));
    }

    /** A grade compares with the answer to the whole question. */
    @Test
    void whatIsGradedIsNotCut() {
        Map<String, Value> given = Map.of("steps", new Value.Whole(2000));
        assertThatThrownBy(() -> ResourceLimit.FAIR.model(FIGURE, FIGURE.knobs(), FIGURE.start(), given))
                .hasMessage("induce takes too many steps, too much where others wait; ask for less, like 1,000 steps,"
                        + " or nabla on your own machine");
    }
}
