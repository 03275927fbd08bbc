package dev.nabla.figure.scale;

import static dev.nabla.figure.WorkedSteps.number;
import static dev.nabla.math.Decimal.grouped;

import dev.nabla.figure.Bounds;
import dev.nabla.figure.Codec;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.KnobInfo;
import dev.nabla.figure.Quantities;
import dev.nabla.figure.Quantity;
import dev.nabla.figure.Range;
import dev.nabla.figure.Style;
import dev.nabla.figure.ViewState;
import dev.nabla.figure.part.Picture;
import dev.nabla.frame.Canvas;
import dev.nabla.frame.Line;
import java.util.List;

/** Figure FIG.18: where the weights of a GPT are, and how their number and the training cost grow with its size. */
public final class ScaleFigure implements Figure.LinkedFigure<ScaleModel> {
    static final double YEAR = 365.25 * 86_400;

    private static final int SHORT = 10;
    private static final List<String> UNITS = List.of("sec", "min", "hours", "days", "years");
    private static final List<Double> SECONDS = List.of(0.0, 60.0, 3600.0, 86_400.0, YEAR);

    static final Quantity<ScaleModel, Long> PARAMETERS = Quantity.count("parameters", ScaleModel::parameters)
            .called("weights")
            .inWords("number of weights");

    static final Quantity<ScaleModel, Long> EMBEDDING =
            Quantity.count("embedding", ScaleModel::embedding).inWords("number of weights in the embedding");

    static final Quantity<ScaleModel, Long> ATTENTION =
            Quantity.count("attention", ScaleModel::attention).inWords("number of weights in attention");

    static final Quantity<ScaleModel, Long> MLP =
            Quantity.count("mlp", ScaleModel::mlp).called("MLP").inWords("number of weights in the MLP");

    static final Quantity<ScaleModel, Long> REST = Quantity.count("rest", ScaleModel::rest)
            .called("head, biases")
            .inWords("number of weights in head and biases");

    private static final Quantity<ScaleModel, Double> TABLES = Quantity.real(
                    "tables", Style.SHARE, (ScaleModel model) -> model.share(model.embedding()))
            .called("share in the embedding");

    private static final Quantity<ScaleModel, Double> LAYERS = Quantity.real(
                    "layers", Style.SHARE, (ScaleModel model) -> model.share(model.attention() + model.mlp()))
            .called("share in attention and MLP");

    static final Quantity<ScaleModel, Long> FLOPS =
            Quantity.count("flops", ScaleModel::flops).called("flops per token").inWords("number of flops per token");

    private static final Quantity<ScaleModel, Double> WORK = Quantity.real("work", Style.number(0), ScaleModel::work)
            .called("flops of the training")
            .inWords("number of flops of the training");

    static final Quantity<ScaleModel, Double> YEARS = Quantity.real(
                    "years", Style.of(4, "years"), (ScaleModel model) -> model.seconds() / YEAR)
            .called("training takes")
            .inWords("time of the training");

    private static final Quantities<ScaleModel, ScaleModel> QUANTITIES = Quantities.of(List.of(
            PARAMETERS,
            EMBEDDING,
            ATTENTION,
            MLP,
            REST,
            TABLES,
            LAYERS,
            Quantity.real("microgpts", Style.number(1), (ScaleModel model) -> model.times("microGPT"))
                    .called("times microGPT")
                    .inWords("size compared with microGPT"),
            FLOPS,
            Quantity.count("bytes", (ScaleModel model) -> 4 * model.parameters())
                    .called("bytes, 4 per weight")
                    .inWords("number of bytes, 4 per weight,"),
            WORK,
            YEARS));

    @Override
    public Info info() {
        return new Info("scale", "FIG.18", "sizes", "From microGPT to GPT-2: where the weights sit", "grow a model");
    }

    @Override
    public ScaleModel start() {
        return ScaleModel.start();
    }

    @Override
    public List<Knob<ScaleModel, ?>> knobs() {
        return List.of(
                KnobInfo.question("n_embd", "n_embd", "numbers per token, the size of the embedding, like 768")
                        .sizes(
                                100_000,
                                List.of(16L, 32L, 64L, 128L, 256L, 512L, 768L, 1024L, 1600L, 2560L, 4096L, 12_288L),
                                ScaleModel::nEmbd,
                                (m, n) -> m.sized(m.vocab(), n, m.nLayer(), m.blockSize())),
                KnobInfo.question("n_layer", "n_layer", "blocks of attention and MLP, like 12")
                        .sizes(
                                1000,
                                List.of(1L, 2L, 4L, 6L, 12L, 24L, 36L, 48L, 96L),
                                ScaleModel::nLayer,
                                (m, n) -> m.sized(m.vocab(), m.nEmbd(), n, m.blockSize())),
                KnobInfo.question("vocab", "vocab", "size of the vocabulary, in tokens, like 50257")
                        .sizes(
                                10_000_000,
                                List.of(27L, 256L, 1000L, 10_000L, 50_257L, 100_000L, 200_000L),
                                ScaleModel::vocab,
                                (m, n) -> m.sized(n, m.nEmbd(), m.nLayer(), m.blockSize())),
                KnobInfo.question("block_size", "block_size", "most tokens of a text, like 1024")
                        .sizes(
                                100_000_000,
                                List.of(16L, 64L, 256L, 1024L, 4096L, 16_384L, 131_072L),
                                ScaleModel::blockSize,
                                (m, n) -> m.sized(m.vocab(), m.nEmbd(), m.nLayer(), n)),
                KnobInfo.usual("tied", "tied", "whether the table of tokens is also the head, true or false")
                        .holding(Codec.flag(), ScaleModel::tied, (m, is) -> m.made(is, m.biases())),
                KnobInfo.usual(
                                "biases",
                                "biases, gains",
                                "whether biases and gains are there, and counted, true or false")
                        .labelled("biases, gains")
                        .holding(Codec.flag(), ScaleModel::biases, (m, are) -> m.made(m.tied(), are)),
                KnobInfo.usual("tokens", "tokens read", "tokens to learn from, like 1e10")
                        .labelled("tokens read")
                        .real(
                                Range.decades(1000, 1e15),
                                Bounds.above(0L).atMost(ScaleModel.MOST),
                                ScaleModel::tokens,
                                (m, on) -> m.trained(on, m.speed())),
                KnobInfo.usual("speed", "at flop/s", "operations per second, like 1e11 for a laptop")
                        .labelled("at flop/s")
                        .real(
                                Range.decades(1e6, 1e20),
                                Bounds.above(0L).atMost(ScaleModel.MOST),
                                ScaleModel::speed,
                                (m, at) -> m.trained(m.tokens(), at)));
    }

    /** Returns the figure that taught what a knob changes. */
    @Override
    public String linkedFigure(ScaleModel model, String knob) {
        return switch (knob) {
            case "n_layer" -> "layer";
            case "n_embd", "biases" -> "block";
            case "tokens", "speed" -> "train";
            default -> "embedding";
        };
    }

    @Override
    public Quantities<ScaleModel, ScaleModel> quantities() {
        return QUANTITIES;
    }

    @Override
    public List<String> steps(ScaleModel model) {
        String c = grouped(model.nEmbd());
        String blocks = grouped(model.nLayer()) + "·" + c + "² = ";
        String constants = " = (13·n_layer + 2)·n_embd = " + grouped(13 * model.nLayer() + 2) + "·" + c;
        return List.of(
                "embedding = (vocab + block_size)·n_embd = (" + grouped(model.vocab()) + " + "
                        + grouped(model.blockSize()) + ")·" + c + " = " + grouped(model.embedding()),
                "attention = 4·n_layer·n_embd² = 4·" + blocks + grouped(model.attention()),
                "MLP = 8·n_layer·n_embd² = 8·" + blocks + grouped(model.mlp()),
                "head" + (model.tied() ? ", tied to the table of tokens" : " = vocab·n_embd") + " = "
                        + grouped(model.head()),
                "biases and gains" + (model.biases() ? constants : ", left out") + " = " + grouped(model.constants()),
                "N = " + grouped(model.embedding()) + " + " + grouped(model.attention()) + " + " + grouped(model.mlp())
                        + " + " + grouped(model.rest()) + " = " + grouped(model.parameters()),
                "flops a token = 6·N = " + grouped(model.flops()),
                "training = 6·N·tokens = " + number(model.work()) + " flops",
                "at " + WORK.style().sentence(model.speed()) + " a second " + number(model.seconds()) + " s = "
                        + time(model.seconds()),
                number(model.times("microGPT")) + " times microGPT, " + number(model.times("GPT-2")) + " times GPT-2");
    }

    @Override
    public Python python(ScaleModel model) {
        return new Python(
                        """
                vocab, n_embd, n_layer, block_size = $vocab, $n_embd, $n_layer, $block_size
                tied, biases = $is_tied, $has_biases
                embedding = (vocab + block_size) * n_embd  #1 $embedding
                attention = n_layer * 4 * n_embd**2  # wq wk wv wo: $attention
                mlp = n_layer * 2 * (4 * n_embd) * n_embd  # fc1 fc2: $mlp
                rest = biases * (13 * n_layer + 2) * n_embd + (not tied) * vocab * n_embd
                params = embedding + attention + mlp + rest
                print(6 * params)  # $flops a token: forward 2, back 4
                print(params)  #= $parameters
                """)
                .with("is_tied", model.tied() ? "True" : "False")
                .with("has_biases", model.biases() ? "True" : "False");
    }

    @Override
    public List<Line> sentence(ScaleModel model, ViewState<ScaleModel> cursor) {
        if (cursor.isFocused("tied")) {
            String table = Style.GROUPED.column(model.vocab() * model.nEmbd(), SHORT) + " weights";
            return List.of(
                    Line.of(model.tied() ? "Tied, the table is also the head: " : "The head, another table, has ")
                            .second(table)
                            .text(model.tied() ? " saved" : ""));
        }
        if (cursor.isFocused("tokens") || cursor.isFocused("speed")) {
            return List.of(
                    Line.of("6·weights·tokens are " + WORK.style().sentence(model.work()) + " operations, ")
                            .result(time(model.seconds())),
                    Line.of(" at " + WORK.style().sentence(model.speed()) + " per second"));
        }
        double layers = LAYERS.of(model);
        double tables = TABLES.of(model);
        Line sit = layers > tables
                ? Line.of("The layers hold ").result(Style.PERCENT.sentence(layers))
                : Line.of("The embedding holds ").first(Style.PERCENT.sentence(tables));
        double times = model.times("GPT-2");
        String ratio = number(Math.max(times, 1 / times), 3);
        String many = (ratio.equals("1") ? "about" : ratio + " times") + " as many";
        Line others = Line.of(times > 1 ? "; there are " + many + " as in GPT-2" : "; GPT-2 has " + many);
        return List.of(sit.text(" of the weights"), others);
    }

    @Override
    public void draw(ScaleModel model, ViewState<ScaleModel> cursor, Canvas body) {
        ScalePicture.of(Picture.of(this, QUANTITIES, model, cursor), knobs(), body)
                .draw();
    }

    /** Formats a duration in the largest unit in which it is at least 1, like {@code 2.4 years}. */
    static String time(double seconds) {
        int unit = SECONDS.size() - 1;
        while (seconds < SECONDS.get(unit)) {
            unit--;
        }
        String count = number(seconds / Math.max(1, SECONDS.get(unit)), 2);
        return count + " " + (count.equals("1") ? UNITS.get(unit).replaceAll("s$", "") : UNITS.get(unit));
    }
}
