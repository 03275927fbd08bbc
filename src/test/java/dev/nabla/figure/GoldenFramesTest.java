package dev.nabla.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.Action.Burst;
import dev.nabla.figure.Action.Drag;
import dev.nabla.figure.Action.Jump;
import dev.nabla.figure.Action.MoveFocus;
import dev.nabla.figure.Action.Nudge;
import dev.nabla.figure.Action.Pin;
import dev.nabla.figure.Action.Play;
import dev.nabla.figure.Action.Show;
import dev.nabla.figure.Action.Step;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.frame.Font;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every figure in its telling states, as a list of actions leads there, at every size and glyph level. */
class GoldenFramesTest {
    private static final Size NORMAL = new Size(80, 23);
    private static final Size WIDE = new Size(120, 35);
    private static final Size COMPACT = new Size(60, 19);
    /** States whose extra room shows something else again. */
    private static final Set<String> WIDE_TOO = Set.of(
            "descent-diverging",
            "matmul-mismatch",
            "chain-functions",
            "attention-masked",
            "softmax-pinned",
            "derivative-kink",
            "dot-pinned",
            "layer-without-move",
            "sample-cut",
            "loss-hot");

    private static final Size BESIDE_TEXT = new Size(80, 35);
    private static final Nudge UP = new Nudge(1, 0, Stride.COARSE);

    /** A figure with settings, and what is then done to it. */
    private record State(String figure, String name, String settings, List<Action> actions) {
        FigureState<?> live() {
            return live(Figures.named(figure));
        }

        private <M extends Record> FigureState<M> live(Figure<M> declared) {
            FigureState<M> live =
                    FigureState.of(declared, Settings.apply(declared, declared.start(), Samples.settings(settings)));
            for (Action action : actions) {
                live = live.apply(action);
            }
            return live;
        }
    }

    private static final List<State> STATES = List.of(
            chain("start", ""),
            chain("sent", "", new Step(2)),
            chain("vanishing", "slopes=0.25,0.25,0.25,0.25,0.25,0.25,0.25,0.25,0.25,0.25 leaf=300"),
            chain("exploding", "slopes=1.6,1.6,1.6,1.6,1.6,1.6 leaf=43"),
            chain("stopped", "slopes=0.8,-1.2,0,0.5", new MoveFocus(-1)),
            chain("functions", "f=x^2,sin(x),e^x x=0.7 leaf=3", new MoveFocus(1)),
            chain("undefined", "f=x-1,log(x),x^2 x=0.5"),
            chain("pinned", "", new Pin(), UP),
            chain("long", "slopes=" + "0.9,".repeat(39) + "0.9"),
            layer("start", ""),
            layer("relu", "stage=4"),
            layer("without-move", "cut=move", new MoveFocus(1)),
            layer("without-fix", "cut=fix truth=2", new MoveFocus(2)),
            layer("without-score", "cut=score stage=5"),
            layer("token", "", new MoveFocus(3), UP),
            attention("start", ""),
            attention("masked", "cell=2,2", new Play("mask")),
            attention("scored", "", new Step(2)),
            attention("adding", "causal=true", new Step(7)),
            attention("entry", "", new MoveFocus(1), UP),
            attention("mismatch", "k=2,0.5,1;0,2,1;0.5,-2,1;-1,0,1"),
            attention("many", "q=1;2 k=1;2;3;4;5;6 v=5;6;7;8;9;1 causal=true cell=1,5"),
            derivative("start", ""),
            derivative("three", "x=3 eps=0.1"),
            derivative("sigmoid", "f=sigmoid(x) x=0", new MoveFocus(1)),
            derivative("kink", "f=abs(x) x=0", new MoveFocus(2)),
            derivative("pole", "f=1/x x=0"),
            derivative("beside-pole", "f=1/x x=-0.5"),
            derivative("typed", "f=sin(x)/x x=2"),
            derivative("far", "x=1e308 eps=1e-300"),
            dot("start", ""),
            dot("opposed", "b=-0.9,0.45", new MoveFocus(1)),
            dot("perpendicular", "", new Play("orthogonal")),
            dot("aligned", "b=0.9,0.4"),
            dot("pinned", "", new Pin(), new MoveFocus(1), new Nudge(0, -1, Stride.COARSE)),
            dot("zero", "a=0,0"),
            dot("huge", "a=1e308,1e308 b=-1e308,3"),
            dot("entries", "a=1,2,3 b=4,-5,6"),
            descent("start", ""),
            descent("smooth", "", new Step(6)),
            descent("zigzag", "", UP, UP, UP, UP, UP, UP, new Step(6)),
            descent("edge", "eta=1/1.1", new Step(9)),
            descent("diverging", "eta=1.08", new Step(9)),
            descent("overflowed", "eta=1.35 precision=float32", new Step(70)),
            descent("pinned", "", new Step(6), new Pin(), new Jump(false), UP, UP, UP, UP, UP, UP, new Step(6)),
            descent("pinned-rule", "steps=30", new Pin(), rule(1), rate(0.05)),
            descent("pinned-adam", "steps=12", new Pin(), rule(2), rate(0.3)),
            descent("pinned-noise", "steps=20", new Pin(), new Drag(new Focus("noise", 0), 1, 0, false)),
            descent("valley", "surface=valley steps=60"),
            descent("pinned-valley", "surface=valley steps=60", new Pin(), rule(1), rate(0.05)),
            descent("wells", "surface=wells steps=25"),
            descent("pinned-wells", "surface=wells steps=20", new Pin(), rate(0.8)),
            descent("edge-wells", "surface=wells start=1.5,1.5 eta=1.2 steps=300"),
            descent("undefined", "f=x-log(x)+y^2/8 start=2,1.5 eta=4.5 steps=1"),
            descent("typed", "f=sin(2x)+(x^2+y^2)/8 steps=9", new MoveFocus(-1)),
            matmul("start", ""),
            matmul("filling", "", new Step(8)),
            matmul("mismatch", "a_columns=2"),
            matmul("entry", "a=1,2;3,4 b=0.5,-1;2,8 bias=1,2", new MoveFocus(1), UP),
            matmul("bias", "bias=1,-2", new MoveFocus(-1)),
            matmul("layer", "", new Play("layer")),
            matmul("layer-bias", "b=7;9;11 bias=-1,20", new MoveFocus(-1)),
            matmul("bias-mismatch", "bias=1,2,3", new MoveFocus(-1)),
            softmax("start"),
            softmax("nudged", new MoveFocus(1), UP),
            softmax("sharp", tau(0.25)),
            softmax("flat", tau(4)),
            softmax("sampled", new Burst(), new Burst(), new Burst()),
            softmax("pinned", new Pin(), tau(0.5), new MoveFocus(-1)),
            sample("start", ""),
            sample("cut", "top_k=3 top_p=0.9 count=200", new MoveFocus(5)),
            sample("many", "logits=1,2,3,0.5,0,-1,-2,2.2,1.1,0.4,-0.3,2.5,1.7 top_p=0.8 count=100", new MoveFocus(13)),
            loss("start", ""),
            loss("surprised", "truth=2"),
            loss("stepped", "truth=2", new MoveFocus(-1), new Step(1), new Step(1), new Step(1)),
            loss("hot", "truth=3 tau=2"),
            loss("masked", "logits=-inf,0.5,-1,2 truth=1"),
            loss("many", "logits=0,1,2,3,4,5,6,7,8,9,10,11 truth=3"));

    private static State attention(String name, String settings, Action... actions) {
        return new State("attention", name, settings, List.of(actions));
    }

    private static State layer(String name, String settings, Action... actions) {
        return new State("layer", name, settings, List.of(actions));
    }

    private static State chain(String name, String settings, Action... actions) {
        return new State("chain", name, settings, List.of(actions));
    }

    private static State dot(String name, String settings, Action... actions) {
        return new State("dot", name, settings, List.of(actions));
    }

    private static State loss(String name, String settings, Action... actions) {
        return new State("loss", name, settings, List.of(actions));
    }

    private static State sample(String name, String settings, Action... actions) {
        return new State("sample", name, settings, List.of(actions));
    }

    private static State derivative(String name, String settings, Action... actions) {
        return new State("derivative", name, settings, List.of(actions));
    }

    private static State descent(String name, String settings, Action... actions) {
        return new State("descent", name, settings, List.of(actions));
    }

    private static State matmul(String name, String settings, Action... actions) {
        return new State("matmul", name, settings, List.of(actions));
    }

    private static State softmax(String name, Action... actions) {
        return new State("softmax", name, "", List.of(actions));
    }

    /** The optimizer by its number: sgd, momentum, adam. */
    private static Drag rule(int number) {
        return new Drag(new Focus("optimizer", 0), number, 0, false);
    }

    private static Drag rate(double eta) {
        return new Drag(new Focus("eta", 0), eta, 0, false);
    }

    private static Drag tau(double value) {
        return new Drag(new Focus("tau", 0), value, 0, false);
    }

    /** A golden file: what, how large, how fine. */
    private record Shot(State state, Size size, Glyphs glyphs) {
        @Override
        public String toString() {
            String level = glyphs.name().toLowerCase(Locale.ROOT);
            return state.figure + "-" + state.name + "-" + size + "-" + level;
        }
    }

    /** Of the opening states every size and level; of the others what is looked at most, and the least there is room for. */
    static Stream<Shot> shots() {
        List<Shot> shots = new ArrayList<>();
        for (State state : STATES) {
            shots.add(new Shot(state, NORMAL, Glyphs.BRAILLE));
            shots.add(new Shot(state, COMPACT, Glyphs.ASCII));
            if (state.name.equals("start")) {
                shots.add(new Shot(state, NORMAL, Glyphs.ASCII));
                shots.add(new Shot(state, NORMAL, Glyphs.QUADRANT));
                shots.add(new Shot(state, COMPACT, Glyphs.BRAILLE));
            }
            if (state.name.equals("start") || WIDE_TOO.contains(state.figure + "-" + state.name)) {
                shots.add(new Shot(state, WIDE, Glyphs.BRAILLE));
            }
        }
        for (State state : List.of(
                layer("text", "cut=move"),
                attention("text", ""),
                descent("text", "eta=1.08", new Step(9)),
                chain("text", ""),
                dot("text", ""),
                loss("text", "truth=2"))) {
            shots.add(new Shot(state, new Size(48, 12), Glyphs.BRAILLE));
        }
        shots.add(new Shot(softmax("text", tau(0.25)), new Size(48, 12), Glyphs.ASCII));
        shots.add(new Shot(softmax("text", tau(0.25)), new Size(30, 6), Glyphs.ASCII));
        for (State state : List.of(
                chain("beside", ""),
                chain("beside-long", "slopes=" + "0.9,".repeat(39) + "0.9"),
                softmax("beside", new MoveFocus(1)),
                loss("beside", "truth=2"),
                loss("beside-tempered", "logits=2,1,0,-1,-2 truth=2 tau=2"))) {
            shots.add(new Shot(state, BESIDE_TEXT, Glyphs.BRAILLE));
        }
        for (State state : List.of(
                layer("steps", "", new Show(Mode.STEPS)),
                layer("command", "cut=fix truth=2", new Show(Mode.COMMAND)),
                attention("steps", "", new Show(Mode.STEPS)),
                descent("steps", "", new Step(3), new Show(Mode.STEPS)),
                softmax("steps", new Show(Mode.STEPS)),
                chain("steps", "f=x^2,sin(x),e^x x=0.7", new Show(Mode.STEPS)),
                chain("command", "f=x^2,sin(x),e^x x=0.7", new Show(Mode.COMMAND)),
                dot("steps", "", new Show(Mode.STEPS)),
                loss("steps", "truth=2", new Show(Mode.STEPS)),
                sample("steps", "top_k=3 top_p=0.9", new Show(Mode.STEPS)),
                softmax("command", tau(0.25), new Show(Mode.COMMAND)))) {
            shots.add(new Shot(state, NORMAL, Glyphs.BRAILLE));
        }
        return shots.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shots")
    void theFrameIsTheOneKept(Shot shot) {
        Golden.check(shot.toString(), shot.state.live().view(shot.size, Font.of(shot.glyphs)));
    }

    @Test
    void noFrameIsKeptThatNothingDraws() throws IOException {
        Set<String> drawn = shots().map(shot -> shot + ".txt").collect(Collectors.toSet());
        try (Stream<Path> kept = Files.list(Golden.FOLDER)) {
            List<Path> stale = kept.filter(
                            file -> !drawn.contains(file.getFileName().toString()))
                    .toList();
            if (Golden.isUpdating()) {
                for (Path file : stale) {
                    Files.delete(file);
                }
            } else {
                assertThat(stale).isEmpty();
            }
        }
    }
}
