package dev.nabla.figure.scale;

import static dev.nabla.figure.WorkedSteps.number;
import static dev.nabla.math.Decimal.grouped;

import dev.nabla.figure.Value;
import dev.nabla.figure.ViewState;
import dev.nabla.frame.Line;
import dev.nabla.math.Decimal;
import java.util.List;

/** FIG.18 in words and worked out. */
final class ScaleWords {
    static final double YEAR = 365.25 * 86_400;

    private static final int FIELD = 7;
    private static final int SHORT = 10;
    private static final List<String> UNITS = List.of("sec", "min", "hours", "days", "years");
    private static final List<Double> SECONDS = List.of(0.0, 60.0, 3600.0, 86_400.0, YEAR);

    private ScaleWords() {}

    static List<Line> sentence(ScaleModel model, ViewState<ScaleModel> cursor) {
        if (cursor.hides("embedding")) {
            return List.of(Line.of("The same parts, only more of them: what becomes of the weights?"));
        }
        if (cursor.on("tied")) {
            String table = count(model.vocab() * model.nEmbd(), SHORT) + " weights";
            return List.of(Line.of(model.tied() ? "Tied, the table is the head too: " : "The head, another table, has ")
                    .second(table)
                    .text(model.tied() ? " saved" : ""));
        }
        if (cursor.on("tokens") || cursor.on("speed")) {
            return List.of(
                    Line.of("6·weights·tokens are " + large(model.flops() * model.tokens()) + " operations, ")
                            .result(time(model.seconds())),
                    Line.of(" at " + large(model.speed()) + " a second"));
        }
        double layers = (double) (model.attention() + model.mlp()) / model.parameters();
        double tables = (double) model.embedding() / model.parameters();
        Line sit = layers > tables
                ? Line.of("The layers hold ").result(percent(layers))
                : Line.of("The embedding holds ").first(percent(tables));
        double times = model.times("GPT-2");
        String ratio = number(Math.max(times, 1 / times), 3);
        String many = (ratio.equals("1") ? "about" : ratio + " times") + " as many";
        Line others = Line.of(times > 1 ? "; there are " + many + " as in GPT-2" : "; GPT-2 has " + many);
        return List.of(sit.text(" of the weights"), others);
    }

    /** {@code 99.6 %}; what is less than all never reads {@code 100.0 %}. */
    static String percent(double share) {
        return Decimal.fixed(share < 1 ? Math.min(99.9, 100 * share) : 100, 1) + " %";
    }

    static String count(long weights, int cells) {
        String grouped = grouped(weights);
        return grouped.length() <= cells ? grouped : large(weights);
    }

    /** {@code 1e10}, {@code 25152} */
    static String large(double x) {
        return Decimal.nonzero(x, 0, FIELD);
    }

    /** {@code 2.4 years}: in the largest unit of which it is at least one. */
    static String time(double seconds) {
        int unit = SECONDS.size() - 1;
        while (seconds < SECONDS.get(unit)) {
            unit--;
        }
        String count = number(seconds / Math.max(1, SECONDS.get(unit)), 2);
        return count + " " + (count.equals("1") ? UNITS.get(unit).replaceAll("s$", "") : UNITS.get(unit));
    }

    /** A setting as it is drawn. */
    static String text(Value value) {
        if (value instanceof Value.Whole whole) {
            return grouped(whole.value());
        }
        return value instanceof Value.Flag flag ? flag.value() ? "yes" : "no" : large(((Value.Real) value).value());
    }

    static List<String> steps(ScaleModel model) {
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
                "training = 6·N·tokens = " + number(model.flops() * model.tokens()) + " flops",
                "at " + large(model.speed()) + " a second " + number(model.seconds()) + " s = " + time(model.seconds()),
                number(model.times("microGPT")) + " times microGPT, " + number(model.times("GPT-2")) + " times GPT-2");
    }
}
