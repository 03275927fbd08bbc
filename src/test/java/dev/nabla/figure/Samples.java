package dev.nabla.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Models to try a figure with: its start, states that tell something, and extremes. A new figure names its own here. */
public final class Samples {
    private static final Map<String, List<String>> SETTINGS = Map.of(
            "attention",
            List.of(
                    "causal=true cell=1,1",
                    "causal=true cell=1,4",
                    "causal=true stage=7",
                    "cell=1,1 stage=32",
                    "scale=0",
                    "scale=-1",
                    "scale=1e300",
                    "k=1,2,3",
                    "v=1,2",
                    "q=1,2;3,4;5,6;7,8;9,1 causal=true",
                    "q=1;2;3 k=1;2 v=5;6",
                    "q=1;2 k=1;2;3;4;5 v=5;6;7;8;9 causal=true cell=1,4",
                    "q=1 k=2 v=3",
                    "q=0,0;0,0;0,0;0,0 v=0,0;0,0;0,0;0,0",
                    "q=1e308,1e308;1,1;1,1;1,1",
                    "q=1e150,1e-300;1,1;1,1;1,1 k=1e150,1;1,1;1,1;1,1 v=1.7e308,-1.7e308;5e-324,0;-1e300,3;1,1",
                    "q=" + rows(12, 7) + " k=" + rows(12, 7) + " v=" + rows(12, 5) + " cell=11,11 causal=true",
                    "q=" + rows(6, 3) + " k=" + rows(9, 3) + " v=" + rows(9, 3) + " stage=30"),
            "chain",
            List.of(
                    "sent=2",
                    "leaf=64 sent=6",
                    "slopes=0.25,0.25,0.25,0.25,0.25,0.25,0.25,0.25,0.25,0.25 leaf=1024",
                    "slopes=1.6,1.6,1.6,1.6,1.6,1.6 sent=5",
                    "slopes=1.5",
                    "slopes=2,0,3",
                    "slopes=-1,-0,1",
                    "slopes=0.5,2,0.5,2",
                    "slopes=1e308,1e308,1e-308",
                    "slopes=1e308,1e308 sent=2",
                    "slopes=1e-300,-1e-300",
                    "slopes=5e-324,123456.789,-0.000001",
                    "slopes=" + ramp(50) + " sent=20",
                    "f=x^2,sin(x),e^x x=0.7",
                    "f=x^2,sin(x),e^x x=0.7 sent=1",
                    "f=log(x) x=-1",
                    "f=x-1,abs(x),log(x) x=1",
                    "f=1e300x,x^9,x/2 x=4",
                    "f=" + "sigmoid(x),".repeat(9) + "sigmoid(x) x=0",
                    "f=" + "x+1,".repeat(99) + "x x=1e300",
                    "f=" + "sin(".repeat(90) + "x" + ")".repeat(90) + ",5 x=1"),
            "derivative",
            List.of(
                    "x=3 eps=0.1",
                    "f=abs(x) x=0",
                    "f=relu(x) x=0 eps=0.001",
                    "f=1/x x=0",
                    "f=1/x x=-0.5",
                    "f=tan(x) x=1",
                    "f=sqrt(x) x=0",
                    "f=log(x) x=-1",
                    "f=x^0.5 x=-1e-300",
                    "f=sin(x)/x x=0",
                    "f=sigmoid(x) x=0",
                    "f=5 x=0",
                    "f=0",
                    "f=1e300x^9 x=4",
                    "f=1e-300sin(x) x=2",
                    "f=exp(exp(x)) x=4",
                    "x=1e308",
                    "x=-1e308 f=x eps=1e308",
                    "x=-1e15 eps=1e-300",
                    "x=1e6 f=sin(1000x)",
                    "x=0 f=-0",
                    "eps=5e-324",
                    "eps=1e300",
                    "f=sin(100/x) x=0.01 eps=0.5",
                    "f=relu(x)-relu(-x)+abs(x)abs(x) x=0",
                    "f=" + "sin(".repeat(90) + "x" + ")".repeat(90) + " x=1",
                    "f=x" + "/x".repeat(400) + " x=2"),
            "dot",
            List.of(
                    "b=-0.9,0.45",
                    "a=1,-0.2",
                    "a=1,0.3 b=2,0.6",
                    "a=1,0.3 b=-1,-0.3",
                    "a=0,0",
                    "b=0,-0",
                    "a=0,0 b=0,0",
                    "a=0,-1.4 b=0,1.4",
                    "a=1e308,1e308 b=-1e308,3",
                    "a=1.7e308,1.7e308 b=1.7e308,-1.7e308",
                    "a=1e-300,0",
                    "a=5e-324,5e-324 b=5e-324,0",
                    "a=123456.789,0.000001 b=-99999,7",
                    "a=1,2,3 b=4,-5,6",
                    "a=3 b=-2",
                    "a=0 b=-0",
                    "a=1e308,-1e308,0,1 b=1,1,1e-300,-0",
                    "a=" + ramp(50) + " b=" + ramp(50)),
            "descent",
            List.of(
                    "steps=6",
                    "eta=0.78 steps=6",
                    "eta=1/1.1 steps=9",
                    "eta=1.08 steps=9",
                    "eta=1.35 steps=70 precision=float32",
                    "eta=1.35 steps=500 precision=float32",
                    "eta=1e-300 steps=3",
                    "eta=1e300 steps=30",
                    "start=0,0 steps=4",
                    "start=1e300,-1e300 steps=2",
                    "start=1.7e308,1.7e308 steps=1",
                    "start=5e-324,0 steps=1",
                    "start=-2.5 curvature=2.2 steps=8",
                    "start=1,2,3,4,5 curvature=1,2,3,4,0.5 steps=12",
                    "curvature=1e-300,1e300 steps=3",
                    "curvature=5e-324,5e-324 steps=3",
                    "curvature=1.7e308,1.7e308 steps=3",
                    "optimizer=momentum beta=0 steps=5",
                    "optimizer=momentum eta=0.5 beta=0.99 steps=40",
                    "optimizer=adam eta=0.5 steps=25",
                    "optimizer=adam eta=1e300 steps=5 precision=float32",
                    "noise=0.5 steps=30 seed=9223372036854775807",
                    "noise=1e300 steps=3",
                    "steps=3000",
                    "steps=100000 eta=1e-6",
                    "surface=valley steps=60",
                    "surface=valley eta=1.5 steps=9",
                    "surface=wells eta=1.4 steps=60",
                    "surface=wells steps=20 noise=1 optimizer=momentum",
                    "f=x^4+y^4 optimizer=adam steps=20",
                    "f=log(x)+y start=0.5,1 eta=1 steps=4",
                    "f=sqrt(x)+sqrt(y) start=0,0 steps=3",
                    "f=abs(x)+relu(y) start=0,0 steps=3",
                    "f=-x^2-y^2 eta=1.5 steps=900",
                    "f=exp(exp(x))+y start=3,-1 precision=float32 steps=2",
                    "f=1e308x+1e308y start=1,1 steps=2",
                    "f=1e-300x^2+y^2/1e300 steps=2",
                    "f=5+0y steps=2",
                    "f=1000+x^2+y^2 steps=3",
                    "f=1/(x*y) start=0,0 steps=3",
                    "start=1 f=x^2 steps=3",
                    "start=1,2,3,4 f=(x1-x2)^2+(x3*x4-1)^2 steps=30 eta=0.01",
                    "start=1e308,-1e308 f=x^2+y steps=2",
                    "f=x" + "*x".repeat(300) + "+y start=1,0 steps=2"),
            "layer",
            List.of(
                    "cut=move stage=3",
                    "cut=fix stage=4",
                    "cut=score stage=5",
                    "stage=4 truth=4",
                    "x=0,0;0,0;0,0",
                    "x=1,-2",
                    "x=1,-2 cut=move",
                    "x=1e6,-1e6;-1e6,1e6;1e6,1e6 truth=3",
                    "x=5e-324,0;-0,1e-300;0.123456789,-9.87654321"),
            "loss",
            List.of(
                    "truth=2",
                    "truth=3 tau=2",
                    "truth=2 steps=3",
                    "truth=3 eta=10 steps=500",
                    "truth=2 eta=1e308 steps=3",
                    "logits=1e308,-1e308,0,1 truth=2",
                    "logits=1.7e308,1.7e308,1.7e308,-1.7e308 tau=1e-300 truth=4 steps=2",
                    "logits=-inf,0.5,-inf,-1 truth=2 steps=2",
                    "logits=-inf,0.5 truth=1 steps=2",
                    "logits=3",
                    "logits=0,-0",
                    "logits=0,0,0,0,0 truth=5",
                    "logits=" + ramp(50) + " truth=20",
                    "tau=1e-300 truth=3 steps=1",
                    "tau=1e300",
                    "tau=5e-324 truth=2 steps=1",
                    "logits=0.123456789,123456.789,-0.000001,5e-324 truth=1 eta=0.001 steps=9"),
            "matmul",
            List.of(
                    "terms=5",
                    "cell=2,2",
                    "a_columns=2",
                    "b_rows=1 b_columns=4",
                    "a_rows=4 a_columns=4 b_rows=4 b_columns=4 terms=40",
                    "a=1 b=2",
                    "a=1;2;3;4;5;6;7;8;9;10;11;12 b=1,2,3,4,5,6,7,8,9,10,11,12 cell=12,12",
                    "a=1,2;3,4 b=1,2;3,4 bias=0.5,-1",
                    "bias=1,2,3",
                    "b=7;9;11 bias=1,-2",
                    "b=7;9;11 bias=5",
                    "b=7;9;11 bias=1,2,3,4,5,6,7,8,9,10,11,12",
                    "a=1;2;3;4;5;6;7;8;9;10;11;12 b=-1 bias=1,2,3,4,5,6,7,8,9,10,11,12",
                    "a=1;2 b=1,2,3,4,5,6,7,8,9,10,11,12 bias=1,2,3,4,5,6,7,8,9,10,11,-12 cell=2,12",
                    "a=1,2,3,4,5,6,7,8,9,10,11,12 b=1;2;3;4;5;6;7;8;9;10;11;12 bias=0.5",
                    "a=1e308,-1e308;1e-300,0 b=1e308,0;-0,5e-324",
                    "a=-1234567.891,0.000001,3;4,5,6"),
            "sample",
            List.of(
                    "top_k=2",
                    "top_p=0.9 count=500",
                    "top_k=3 top_p=0.85 count=0",
                    "top_p=0 count=3",
                    "top_k=1000000",
                    "count=1000000",
                    "logits=1e308,-1e308,0,1",
                    "logits=-inf,0.5,-inf,-1 top_k=3 count=9",
                    "logits=3",
                    "logits=0,-0",
                    "logits=" + ramp(50) + " top_p=0.5 count=500",
                    "logits=" + ramp(11) + " top_k=5",
                    "tau=1e-300 top_p=0.5",
                    "tau=1e300",
                    "tau=5e-324",
                    "logits=0.123456789,123456.789,-0.000001,5e-324"),
            "softmax",
            List.of(
                    "tau=0.25",
                    "tau=4",
                    "draws=10000 seed=7",
                    "logits=1e308,-1e308,0,1",
                    "logits=1.7e308,1.7e308,1.7e308,-1.7e308 tau=1e-300",
                    "logits=-inf,0.5,-inf,-1 draws=9",
                    "logits=3",
                    "logits=1,1",
                    "logits=0,0,0,0,0,0,0 shift=4",
                    "logits=" + ramp(50),
                    "logits=" + ramp(50) + " draws=500",
                    "tau=1e-300",
                    "tau=1e300",
                    "tau=5e-324",
                    "shift=1e300",
                    "shift=-1e9",
                    "logits=0.123456789,123456.789,-0.000001,5e-324"));

    private Samples() {}

    /** Fifty numbers from -2.5 to 2.4. */
    private static String ramp(int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> String.valueOf((i - n / 2) / 10.0))
                .collect(Collectors.joining(","));
    }

    /** A matrix of small numbers, no two columns alike. */
    private static String rows(int rows, int columns) {
        return IntStream.range(0, rows)
                .mapToObj(i -> IntStream.range(0, columns)
                        .mapToObj(j -> String.valueOf((i * 7 + j * 3) % 11 / 4.0 - 1))
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining(";"));
    }

    public static <M extends Record> List<M> models(Figure<M> figure) {
        List<M> models = new ArrayList<>(List.of(figure.start()));
        for (String settings : SETTINGS.getOrDefault(figure.id(), List.of())) {
            models.add(Settings.apply(figure, figure.start(), settings(settings)));
        }
        return models;
    }

    /** A model as it opens, and as it is after somebody has played with it: every kind of thing the sentence can tell. */
    public static <M extends Record> List<FigureState<M>> lives(Figure<M> figure, M model) {
        FigureState<M> opened = FigureState.of(figure, model);
        List<FigureState<M>> lives = new ArrayList<>(List.of(opened));
        for (Focus spot : Focus.all(figure, model).stream().limit(12).toList()) {
            FigureState<M> taken = opened.apply(new Action.Take(spot));
            lives.add(taken.apply(new Action.Nudge(1, 0, Stride.COARSE)));
            lives.add(taken.apply(new Action.Nudge(-1, 0, Stride.STEP)));
        }
        lives.add(opened.apply(new Action.Pin()).apply(new Action.Nudge(1, 0, Stride.STEP)));
        lives.add(opened.apply(new Action.Step(1)));
        lives.add(opened.apply(new Action.Run()).apply(new Action.Tick()));
        return lives;
    }

    /** {@code name=value} between blanks. */
    public static Map<String, String> settings(String text) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String setting : text.isBlank() ? new String[0] : text.split(" ")) {
            int equals = setting.indexOf('=');
            settings.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return settings;
    }
}
