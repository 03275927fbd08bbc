package dev.nabla.figure.loss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.TestsFigures;
import dev.nabla.figure.Fact;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Guess;
import dev.nabla.figure.part.Wording;
import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Handle;
import dev.nabla.frame.Size;
import dev.nabla.math.Loss;
import dev.nabla.math.Vector;
import dev.nabla.output.PlainText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the answer of FIG.07 says of a gradient that was measured. */
@TestsFigures
class LossFigureTest {
    private static Fact measured(Loss loss) {
        return new LossFigure()
                .facts(new LossFigure.LossModel(loss, 1, 0, Wording.SYMBOLS)).stream()
                        .filter(fact -> fact.name().equals("numeric_gradient"))
                        .findFirst()
                        .orElseThrow();
    }

    /** The largest logit moves by no less than 2.8e-14 there, and the loss of the others by 2e-2 or not at all. */
    @Test
    void aMeasuredGradientOfNoiseIsWarnedOf() {
        Vector logits = Vector.of(-116066.90293771931, -116066.90293771897, 174.49507599231958);
        assertThat(measured(new Loss(logits, 1, 6.986776547225821e-10)).doubt()).isNotEmpty();
        assertThat(measured(new Loss(Vector.of(303, 302), 2, 1e-12)).doubt())
                .isEqualTo("cancellation has lost digits: it may be off by 700000000");
    }

    @Test
    void ofTheCoursesLossNothingIsSaid() {
        for (int truth = 1; truth <= 4; truth++) {
            Loss loss = new LossFigure().start().begun().withTruth(truth);
            assertThat(measured(loss).doubt()).isEmpty();
            assertThat(measured(loss.withTau(0.1)).doubt()).isEmpty();
        }
    }

    /** As a lesson hides them that asks for them. */
    @Test
    void anOpenGuessHidesWhatItAsksForWhereverThePictureHasIt() {
        FigureState<LossFigure.LossModel> live =
                FigureState.of(new LossFigure()).set("tau", "2");
        List<String> asked = List.of("p", "loss_nats", "loss_bits", "gradient");
        String hidden = picture(live.guessing(new Guess(asked, Optional.empty(), false)));
        String shown = picture(live);
        for (String number : List.of("0.517", "0.232", "−0.483", "−0.241", "0.660", "0.952")) {
            assertThat(shown).contains(number);
            assertThat(hidden).doesNotContain(number);
        }
    }

    @Test
    void inPlainWordsTheChainRuleThroughSoftmaxIsLeftOut() {
        FigureState<LossFigure.LossModel> live = FigureState.of(new LossFigure());
        assertThat(picture(live)).contains("Why it collapses", "∂p/∂z");
        assertThat(picture(live.set("words", "plain")))
                .contains("p − y", "raise")
                .doesNotContain("Why it collapses", "∂p/∂z");
    }

    @Test
    void thePointerCanTakeEveryKnobOfThePicture() {
        Frame frame = FigureState.of(new LossFigure()).view(new Size(80, 24), Font.of(Glyphs.BRAILLE));
        assertThat(frame.handles()).extracting(Handle::name).contains("logits", "truth", "tau", "eta");
    }

    private static String picture(FigureState<?> live) {
        return PlainText.of(live.view(new Size(120, 35), Font.of(Glyphs.BRAILLE)));
    }
}
