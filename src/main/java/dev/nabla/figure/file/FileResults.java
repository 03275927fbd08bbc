package dev.nabla.figure.file;

import dev.nabla.figure.Style;
import dev.nabla.figure.part.NameKnobs;
import dev.nabla.gpt.Corpus;
import dev.nabla.gpt.ForwardTrace;
import dev.nabla.gpt.NameSampler;
import dev.nabla.gpt.Recipe;
import dev.nabla.gpt.Shape;
import dev.nabla.gpt.Shape.Tensor;
import dev.nabla.gpt.Snapshot;
import dev.nabla.gpt.Weights;
import dev.nabla.math.Attention;
import dev.nabla.math.Decimal;
import dev.nabla.math.Matrix;
import dev.nabla.math.Softmax;
import dev.nabla.math.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the lines of a group make of the name, and a piece of the figure that taught them.
 *
 * @param makes what each line of the group makes, in words with numbers
 * @param piece rows of a table: the first has the headings, and each begins with its label
 */
record FileResults(FileModel model, List<String> makes, List<List<String>> piece) {
    private static final Style NUMBER = Style.number(3);
    private static final Style SMALL = Style.number(5);
    /** Columns of a piece beside the labels. */
    private static final int COLUMNS = 7;

    static FileResults of(FileModel model) {
        return new Maker(model).group();
    }

    /** Returns what the selected line makes. */
    String made() {
        return makes.get((int) model.line() - 1);
    }

    /** Works a group out, with one forward pass of the name. */
    private static final class Maker {
        private final FileModel model;
        private final Recipe recipe;
        private final Corpus corpus;
        private final Shape shape;
        private final int t;

        Maker(FileModel model) {
            this.model = model;
            recipe = model.film().recipe();
            corpus = recipe.corpus();
            shape = recipe.shape();
            t = model.place();
        }

        FileResults group() {
            return switch ((int) model.group()) {
                case 1 -> names();
                case 2 -> letters();
                case 3 -> values();
                case 4 -> weights();
                case 5 -> functions();
                case 6 -> heads();
                case 7 -> neurons();
                case 8 -> loss();
                case 9 -> step();
                default -> dice();
            };
        }

        private FileResults results(List<String> makes, List<List<String>> piece) {
            return new FileResults(model, makes, piece);
        }

        private FileResults names() {
            Corpus.Split split = recipe.split();
            int training = split.training().size();
            int steps = (int) model.steps();
            String last = steps == 0
                    ? "none is read before step 1"
                    : "step " + grouped(steps) + " read " + read(split, steps - 1);
            return results(
                    List.of(grouped(corpus.names().size()) + " names, sorted", read(split, 0) + " comes first", last),
                    List.of(
                            row("step", i -> String.valueOf(i + 1)),
                            row("reads", i -> read(split, i)),
                            List.of(
                                    "held out",
                                    grouped(corpus.heldOut()),
                                    "of",
                                    grouped(training + corpus.heldOut()))));
        }

        private String read(Corpus.Split split, int step) {
            return corpus.text(split.name(step));
        }

        private FileResults letters() {
            int[] tokens = corpus.tokens(model.name());
            String last = corpus.alphabet().substring(corpus.alphabet().length() - 1);
            List<String> ids = IntStream.of(tokens).mapToObj(String::valueOf).toList();
            return results(
                    List.of(
                            corpus.alphabet().length() + " letters, a to " + last,
                            corpus.end() + ", drawn as a dot",
                            String.valueOf(corpus.vocab()),
                            shortened(ids),
                            tokens.length - 1 + " guesses in " + model.name()),
                    List.of(
                            labelled("token", tokens.length, i -> corpus.text(tokens[i])),
                            labelled("number", tokens.length, ids::get)));
        }

        private static String shortened(List<String> ids) {
            int most = COLUMNS + 2;
            return ids.size() <= most
                    ? String.join(" ", ids)
                    : String.join(" ", ids.subList(0, most - 1)) + " ... " + ids.get(ids.size() - 1);
        }

        /** Follows the product of the next letter's first weight with the first number of the bypass. */
        private FileResults values() {
            ForwardTrace trace = model.parts(model.name());
            int truth = trace.token(t + 1);
            double w = model.weights().matrix(Tensor.LM_HEAD, 0).get(truth, 0);
            double x = trace.out().get(t, 0);
            Vector z = trace.logits().row(t);
            double p = trace.p().get(t, truth);
            double slope = trace.slopes().matrix(Tensor.LM_HEAD, 0).get(truth, 0);
            double handed = (p - 1) / trace.places();
            String next = model.next();
            return results(
                    List.of(
                            number(w) + "·" + number(x) + ": " + number(x) + " to the weight",
                            "z of " + next + " is a sum of " + shape.nEmbd() + " such products",
                            "exp(" + number(z.get(truth) - z.max()) + ") = " + number(Math.exp(z.get(truth) - z.max())),
                            "1 / " + share(p) + " = " + number(1 / p),
                            "from L back to " + grouped(shape.parameters()) + " weights",
                            number(handed) + "·" + number(x) + " = " + number(handed * x) + ", and more"),
                    List.of(
                            List.of("row " + next + " of lm_head", "w", "x", "p − y", "/ n", "slope"),
                            List.of("column 1", number(w), number(x), number(p - 1), number(handed), number(slope))));
        }

        private FileResults weights() {
            Weights now = model.weights();
            Weights first = Snapshot.first(recipe).weights();
            int rows = shape.vocab();
            int c = shape.nEmbd();
            int attention = 4 * c * c;
            int mlp = shape.slice(Tensor.MLP_FC1, 0).count()
                    + shape.slice(Tensor.MLP_FC2, 0).count();
            return results(
                    List.of(
                            "the first: " + number(first.get(0)) + ", trained " + number(now.get(0)),
                            product(rows, c) + ", a row per token",
                            product(shape.blockSize(), c) + ", a row per place",
                            product(rows, c) + ", a row per guess",
                            product(4, c, c),
                            product(2, shape.slice(Tensor.MLP_FC1, 0).rows(), c),
                            grouped(shape.parameters()) + " numbers"),
                    List.of(
                            List.of("", "wte", "wpe", "lm_head", "attn", "mlp", "all"),
                            List.of(
                                    "weights",
                                    grouped(rows * c),
                                    grouped(shape.blockSize() * c),
                                    grouped(rows * c),
                                    grouped(attention),
                                    grouped(mlp),
                                    grouped(shape.parameters()))));
        }

        private static String product(int... factors) {
            int all = IntStream.of(factors).reduce(1, (x, y) -> x * y);
            return IntStream.of(factors).mapToObj(String::valueOf).collect(Collectors.joining("·"))
                    + " = "
                    + grouped(all);
        }

        private FileResults functions() {
            ForwardTrace trace = model.parts(model.name());
            Weights now = model.weights();
            Vector token = now.matrix(Tensor.WTE, 0).row(trace.token(t));
            Vector place = now.matrix(Tensor.WPE, 0).row(t);
            Vector e = Vector.of(token.size(), i -> token.get(i) + place.get(i));
            Softmax softmax = new Softmax(trace.logits().row(t), 1);
            int truth = trace.token(t + 1);
            List<Integer> likeliest = NameKnobs.largest(softmax.p(), COLUMNS, truth);
            return results(
                    List.of(
                            "of " + model.letter() + ": " + first(e),
                            number(e.norm() * e.norm() / e.size()),
                            number(trace.layer(0).in().row(t).norm()) + " long, about √" + e.size(),
                            corpus.vocab() + " scores; " + model.next() + " gets "
                                    + number(softmax.logits().get(truth)),
                            "for " + model.next() + " "
                                    + number(softmax.exponentials().get(truth)) + " of "
                                    + number(softmax.exponentials().sum()),
                            model.next() + " gets " + share(softmax.p().get(truth))),
                    List.of(
                            labelled("token", likeliest.size(), i -> corpus.text(likeliest.get(i))),
                            labelled(
                                    "score",
                                    likeliest.size(),
                                    i -> number(softmax.logits().get(likeliest.get(i)))),
                            labelled(
                                    "share",
                                    likeliest.size(),
                                    i -> share(softmax.p().get(likeliest.get(i))))));
        }

        private FileResults heads() {
            ForwardTrace.LayerTrace layer = model.parts(model.name()).layer(0);
            int size = shape.headSize();
            int from = (FileModel.HEAD - 1) * size;
            Attention head = new Attention(
                    part(layer.q(), from, size),
                    part(layer.k(), from, size),
                    part(layer.v(), from, size),
                    true,
                    Attention.usualScale(size));
            Vector scores = head.scores(t);
            Vector shares = head.weights(t);
            int most = shares.argmax();
            String on = " on " + letter(most);
            return results(
                    List.of(
                            shape.nEmbd() + " numbers: what " + model.letter() + " asks",
                            shape.nEmbd() + " numbers: what it offers",
                            t + 1 + " in the list, and no later one",
                            shape.nHead() + " heads of " + size + " numbers each",
                            "head " + FileModel.HEAD + " takes numbers " + (from + 1) + " to " + (from + size),
                            number(scores.get(most)) + on,
                            share(shares.get(most)) + on,
                            size + " numbers, beginning " + number(head.out(t).get(0)),
                            "the heads side by side, mixed, added"),
                    List.of(
                            labelled(model.letter() + " looks at", t + 1, this::letter),
                            labelled("q·k/√" + size, t + 1, i -> number(scores.get(i))),
                            labelled("share", t + 1, i -> share(shares.get(i)))));
        }

        private String letter(int place) {
            return ("." + model.name()).substring(place, place + 1);
        }

        private static Matrix part(Matrix all, int from, int size) {
            return Matrix.of(all.rows(), row -> Vector.of(size, i -> all.get(row, from + i)));
        }

        private FileResults neurons() {
            ForwardTrace trace = model.parts(model.name());
            ForwardTrace.LayerTrace layer = trace.layer(0);
            Vector attention = layer.attention().row(t);
            Vector in = layer.in().row(t);
            Vector before = Vector.of(in.size(), i -> in.get(i) + attention.get(i));
            Vector hidden = layer.hidden().row(t);
            long on = hidden.stream().filter(u -> u > 0).count();
            int truth = trace.token(t + 1);
            List<Double> said =
                    trace.logitParts().stream().map(part -> part.get(t, truth)).toList();
            double z = trace.logits().get(t, truth);
            return results(
                    List.of(
                            "the bypass, " + number(before.norm()) + " long",
                            "one size: " + number(Math.sqrt(before.size())) + " long",
                            hidden.size() + " numbers",
                            on + " of them above 0",
                            before.size() + " numbers, "
                                    + number(layer.mlp().row(t).norm()) + " long",
                            "the bypass again, " + number(trace.out().row(t).norm()) + " long",
                            "for " + model.next() + " " + number(z)),
                    List.of(
                            List.of("says for " + model.next(), "token+place", "heads", "MLP", "all"),
                            List.of(
                                    "score",
                                    number(said.get(0)),
                                    number(said.get(1)),
                                    number(said.get(2)),
                                    number(z))));
        }

        private FileResults loss() {
            ForwardTrace trace = model.parts(model.name());
            int truth = trace.token(t + 1);
            double p = trace.p().get(t, truth);
            int n = trace.places();
            return results(
                    List.of(
                            "to " + model.next() + ", which came, " + share(p),
                            number(trace.nats().get(t)) + " nats",
                            number(trace.loss()) + " nats, of " + n + " guesses",
                            grouped(shape.parameters()) + " slopes, "
                                    + number(trace.slopes().norm()) + " long",
                            "for " + model.next() + " (" + share(p) + " − 1)/" + n + " = " + number((p - 1) / n)),
                    List.of(
                            labelled("to guess", n, i -> corpus.text(trace.token(i + 1))),
                            labelled("share", n, i -> share(trace.p().get(i, trace.token(i + 1)))),
                            labelled("nats", n, i -> number(trace.nats().get(i)))));
        }

        /** Follows the first weight in the row of the next letter through the last step. */
        private FileResults step() {
            int steps = (int) model.steps();
            int count = model.lines().lines().size();
            if (steps == 0) {
                return results(
                        IntStream.range(0, count)
                                .mapToObj(i -> "no step is taken yet")
                                .toList(),
                        List.of());
            }
            Snapshot now = model.film().snapshot(steps);
            int at = shape.slice(Tensor.LM_HEAD, 0).from() + corpus.tokens(model.name())[t + 1] * shape.nEmbd();
            double eta = recipe.etaAt(steps - 1);
            double m = now.mean().get(at);
            double v = now.square().get(at);
            double mHat = m / (1 - Math.pow(0.85, steps));
            double vHat = v / (1 - Math.pow(0.99, steps));
            double taken = now.lastStep(recipe, model.film().slopes(steps)).get(at);
            double grad = model.film().slopes(steps).get(at);
            return results(
                    List.of(
                            "step " + grouped(steps) + ": " + SMALL.sentence(eta),
                            "row " + model.next() + " of lm_head: " + SMALL.sentence(m),
                            significant(v),
                            SMALL.sentence(mHat),
                            significant(vHat),
                            "the weight moves by " + significant(-taken)),
                    List.of(
                            List.of("column 1", "grad", "m", "√v", "step"),
                            List.of(
                                    "row " + model.next(),
                                    significant(grad),
                                    significant(m),
                                    significant(Math.sqrt(v)),
                                    significant(-taken))));
        }

        private FileResults dice() {
            NameSampler sampler = NameSampler.of(recipe, model.weights());
            NameSampler.GeneratedName name = sampler.names(0, 1).get(0);
            List<NameSampler.Throw> darts = name.darts();
            NameSampler.Throw dart = darts.get(0);
            int likeliest = dart.shares().argmax();
            String end = darts.get(darts.size() - 1).token() == corpus.end() ? "" : ": never";
            return results(
                    List.of(
                            corpus.end() + ": a name begins",
                            corpus.vocab() + " scores for the first letter",
                            "at " + sampler.tau() + ": " + corpus.text(likeliest) + " "
                                    + share(dart.shares().get(likeliest)) + " is the largest",
                            "dart " + share(dart.dart()) + " hits " + corpus.text(dart.token()),
                            "after " + name.text().length() + " letters" + end,
                            name.text()),
                    List.of(
                            labelled(
                                    "letter",
                                    darts.size(),
                                    i -> corpus.text(darts.get(i).token())),
                            labelled(
                                    "share",
                                    darts.size(),
                                    i -> share(darts.get(i).p())),
                            labelled(
                                    "dart",
                                    darts.size(),
                                    i -> share(darts.get(i).dart()))));
        }

        private List<String> row(String label, IntFunction<String> cell) {
            return labelled(label, 4, cell);
        }

        private static List<String> labelled(String label, int n, IntFunction<String> cell) {
            List<String> row = new ArrayList<>(List.of(label));
            for (int i = 0; i < n; i++) {
                row.add(cell.apply(i));
            }
            return row;
        }

        private static String first(Vector v) {
            return number(v.get(0)) + ", " + number(v.get(1)) + ", ... " + v.size() + " numbers";
        }

        private static String number(double x) {
            return NUMBER.sentence(x);
        }

        private static String share(double p) {
            return Style.SHARE.sentence(p);
        }

        private static String significant(double x) {
            return Decimal.typeset(Decimal.significant(x, 3));
        }

        private static String grouped(long n) {
            return Decimal.grouped(n);
        }
    }
}
