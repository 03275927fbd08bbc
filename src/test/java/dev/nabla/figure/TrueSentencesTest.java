package dev.nabla.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.catalog.Figures;
import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What figures say at the edges: ties, single entries, masked tokens, steps too small to be seen. */
class TrueSentencesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "softmax   ~ logits=0,0 tau=5      ~ tau=2             ~ τ = 2.00: P stays as it was, token 1 holds 50.0 %",
                "softmax   ~ logits=2,0 tau=5      ~ tau=2             ~ τ = 2.00, down from 5.00, sharpens: token 1 holds 73.1 %, and the order stays as it was",
                "softmax   ~ logits=2,0 tau=0.5    ~ tau=1             ~ τ = 1.00 leaves the scores alone: token 1 holds 88.1 %, and the order stays as it was",
                "softmax   ~ logits=2,0            ~ logits=3,0        ~ z₁ went up 1.0: token 1 gains 7.2 points, and the other token pays for it",
                "softmax   ~ logits=2,0,0          ~ logits=3,0,0      ~ z₁ went up 1.0: token 1 gains 12.2 points, and every other token pays for it",
                "softmax   ~ logits=2,0,-inf       ~ logits=3,0,-inf   ~ z₁ went up 1.0: token 1 gains 7.2 points, and others pay for it",
                "softmax   ~ logits=2,0,-inf       ~ logits=2,-inf,-inf ~ z₂ is masked: token 2 loses 11.9 points, and others take it",
                "softmax   ~ logits=2,-inf         ~ logits=2,0        ~ z₂ is no longer masked: token 2 gains 11.9 points, and the other token pays for it",
                "softmax   ~ logits=2,0,1          ~ logits=3,-1,1     ~ 2 logits changed: token 1 holds 86.7 % of the next token",
                "softmax   ~ logits=9              ~ logits=8          ~ z₁ went down 1.0: token 1 keeps 100.0 %, for it is alone",
                "softmax   ~ logits=0,-9,-9        ~ logits=0,-9.5,-9  ~ z₂ went down 0.5: token 2 loses less than 0.1 points, and every other token takes a part",
                "softmax   ~ logits=2,0            ~ shift=1e300       ~ All logits moved by +1e300: P changes, doubles this large lose the differences",
                "sample    ~ logits=2,0 count=0    ~ top_k=1           ~ 1 of 2 tokens stays, with 88.1 % of P, scaled up to 1",
                "loss      ~ logits=0,9 truth=1 eta=1e-300 ~ steps=1    ~ 1 step: L stays at 9.000, too small a change to count",
                "loss      ~ logits=3,3 eta=0.01 tau=100 truth=1 ~ steps=1 ~ 1 step: L fell by 5e−7 to 0.693, every logit moved against its error",
                "loss      ~ logits=0,9 truth=1    ~ truth=2           ~ Truth: token 2, and p gave it over 0.999: p − y is small, little is left to learn",
                "loss      ~ logits=0,900 truth=2  ~ truth=1           ~ Truth: token 1, but p gave it less than any double: raise its logit, lower the others, each by its own p",
                "attention ~ q=0,0 k=1,0;0,1;1,1 v=1;2;3 ~ cell=1,2    ~ query 1 attends to key 2 with weight 0.333, as much as to 2 others",
                "attention ~ q=0,9 k=1,0;0,1;1,1 v=1;2;3 ~ cell=1,1    ~ query 1 attends to key 1 with weight 0.001, more to 2 others",
                "attention ~ q=0,9 k=1,0 v=1       ~ cell=1,1          ~ query 1 attends to key 1 with weight 1.000, for it sees no other",
                "attention ~ q=0,9 k=1,0;1,1 v=1;2 ~ causal=true       ~ query 1 sees all 2 keys: nothing comes later",
                "layer     ~ x=1,0.5 stage=1       ~ stage=2           ~ Softmax turns 1 score into shares of 1: how much each token counts",
                "dot       ~ a=1,2 b=1,1           ~ b=2,4             ~ a and b are aligned: a·b is |a||b|, all of b falls along a",
                "dot       ~ a=1,2 b=1,1           ~ b=1,2.1           ~ a and b are aligned: a·b is nearly |a||b|, almost all of b falls along a",
                "dot       ~ a=1000,0 b=1,1        ~ b=4,1000          ~ Nearly perpendicular: a·b is small beside |a||b|, b casts hardly a shadow on a",
                "derivative ~ f=x x=1              ~ eps=1e-3          ~ Push x by ε = 0.001: f moves 0.001; slope 1.00 foretold 0.001, off by 0.00",
                "derivative ~ f=x^2 x=1            ~ x=0.001           ~ Push x by ε = 2: f moves 4.00; slope 0.002 foretold 0.004, off by 4.00",
                "derivative ~ f=log(x) x=1         ~ x=-0.001          ~ x = −0.001: log needs a number above 0, so there is no slope to take",
            })
    void areTrueAtTheEdges(String id, String start, String change, String sentence) {
        FigureState<?> live = live(Figures.named(id), start);
        for (String setting : change.split(" ")) {
            int equals = setting.indexOf('=');
            live = live.set(setting.substring(0, equals), setting.substring(equals + 1));
        }
        assertThat(live.sentence()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eta=1e-12 steps=1                         | A step is −∇L times η = 1e−12; L fell 3e−10 %, the next lands on ○",
                "eta=0.92 steps=1                          | η = 0.92 is past 0.91: each step overshoots and in the end L grows ×1.049 a step",
                "eta=0.91 steps=9                          | η = 0.91 is past 0.909: each step overshoots and L grows ×1.004 a step",
                "eta=0.9092 steps=9                        | η = 0.9092 is past 0.909091: each step overshoots and L grows slowly",
                "eta=0.0045 curvature=500,1 steps=2        | η = 0.0045 is past 0.004: each step overshoots and L grows ×1.6 a step",
                "eta=2/2.2 steps=9                         | η = 0.909 is 2/λmax: from wall to wall, for ever",
                "eta=3.8/2.2 optimizer=momentum steps=9    | η = 1.727 is 2(1+beta)/λmax: from wall to wall, for ever",
                "eta=1.25 curvature=1.6,2 start=1,0 steps=2 | η = 1.25 is the edge for this start: from wall to wall, for ever",
                "eta=1.5 curvature=1.6,2 start=1,0 steps=2 | η = 1.50 is past 1.00: each step overshoots and L grows ×2.0 a step",
                "eta=0.45 curvature=2 start=1 steps=1      | A step is −∇L times η = 0.45; L fell 99 %, the next lands on ○",
                "eta=0.49 curvature=2 start=1 steps=1      | A step is −∇L times η = 0.49; L fell over 99 %, the next lands on ○",
                "f=x^2 start=-1 eta=1e-300 steps=3         | A step is −∇L times η = 1e−300; L stays the same, the next lands on ○",
            })
    void tellWhereADescentStands(String settings, String sentence) {
        assertThat(live(Figures.named("descent"), settings).sentence()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dot        | a=0,2 b=-3,1              | a₁·b₁ = 0·(−3) = 0",
                "dot        | a=1e-300,1 b=1e-300,1     | a₁·b₁ = 1e−300·1e−300 = 1e−600",
                "softmax    | logits=0,-800             | e₂ = exp((−800 − 0)/1) ≈ 0",
                "softmax    | logits=0,-inf             | e₂ = exp((−∞ − 0)/1) = 0",
                "loss       | logits=0,22 truth=2       | p₂ − y₂ = (1 − 2.78947e−10) − 1 = −2.78947e−10",
                "loss       | logits=0,900 truth=1      | L = −log p₁ = 900 nats",
                "derivative | f=x^2 x=1 eps=1e-8        | secant = (f(x+ε) − f(x))/ε = (1.00000002 − 1)/1e−8 = 2",
                "chain      | f=abs(x),exp(x) x=0       | abs(x) at 0: no derivative here: the slope is −1 from the left and 1 to the right",
                "attention  | q=1 k=-800;1 v=1;2 scale=1 | e₁ = exp(−800 − 1) ≈ 0",
            })
    void stepsDoNotCallSomethingNothing(String id, String settings, String step) {
        assertThat(steps(live(Figures.named(id), settings))).contains(step);
    }

    /** -7.165 has room for two digits beside the mark of the focus and the bracket, which cover no sign and no digit. */
    @Test
    void aCellOfAMatrixLosesPlacesButNoSign() {
        FigureState<?> live = live(Figures.named("matmul"), "a=-7.165,3;-0.005,-1e-300 b=-4.6123,2;3,1")
                .apply(new Action.Take(new Focus("a", 0)));
        assertThat(text(live, 80)).contains("│►−7.17│    3 │").contains("│−0.005│  ... │");
        assertThat(text(live, 60)).contains("│►−7.2│   3 │").contains("│−5e−3│ ... │");
        assertThat(text(live.set("terms", "1"), 80)).contains("[►−7.2]│    3 │").contains("[−4.61]│");
    }

    @Test
    void productsStandWholeBesideEachOther() {
        FigureState<?> live = live(Figures.named("matmul"), "a=-7.165,-3 b=-4.6123;3");
        assertThat(text(live, 80))
                .contains("= −7.165·(−4.612) + (−3)·3 ")
                .contains("= 33.05           + (−9)        = 24.05");
    }

    private static String text(FigureState<?> live, int width) {
        return String.join(
                "\n",
                live.view(new Size(width, width == 80 ? 24 : 20), Font.of(Glyphs.BRAILLE))
                        .rows());
    }

    private static <M extends Record> FigureState<M> live(Figure<M> figure, String settings) {
        return FigureState.of(figure, Settings.apply(figure, figure.start(), Samples.settings(settings)));
    }

    private static <M extends Record> List<String> steps(FigureState<M> live) {
        return live.figure().steps(live.model());
    }
}
