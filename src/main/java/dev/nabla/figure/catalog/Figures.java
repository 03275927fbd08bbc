package dev.nabla.figure.catalog;

import dev.nabla.figure.Figure;
import dev.nabla.figure.attention.AttentionFigure;
import dev.nabla.figure.babble.BabbleFigure;
import dev.nabla.figure.backprop.BackpropFigure;
import dev.nabla.figure.bigram.BigramFigure;
import dev.nabla.figure.block.BlockFigure;
import dev.nabla.figure.chain.ChainFigure;
import dev.nabla.figure.derivative.DerivativeFigure;
import dev.nabla.figure.descent.DescentFigure;
import dev.nabla.figure.dot.DotFigure;
import dev.nabla.figure.embedding.EmbeddingFigure;
import dev.nabla.figure.graph.GraphFigure;
import dev.nabla.figure.heads.HeadsFigure;
import dev.nabla.figure.layer.LayerFigure;
import dev.nabla.figure.loss.LossFigure;
import dev.nabla.figure.matmul.MatmulFigure;
import dev.nabla.figure.nll.NllFigure;
import dev.nabla.figure.sample.SampleFigure;
import dev.nabla.figure.scale.ScaleFigure;
import dev.nabla.figure.softmax.SoftmaxFigure;
import dev.nabla.figure.train.TrainFigure;
import dev.nabla.math.BadInput;
import dev.nabla.math.Spelling;
import java.util.List;

/** All figures there are, in the order of the course. */
public final class Figures {
    private Figures() {}

    public static List<Figure<?>> all() {
        return List.of(
                new ChainFigure(),
                new LayerFigure(),
                new DotFigure(),
                new MatmulFigure(),
                new DerivativeFigure(),
                new GraphFigure(),
                new DescentFigure(),
                new SoftmaxFigure(),
                new SampleFigure(),
                new LossFigure(),
                new AttentionFigure(),
                new BigramFigure(),
                new EmbeddingFigure(),
                new HeadsFigure(),
                new BlockFigure(),
                new NllFigure(),
                new BackpropFigure(),
                new TrainFigure(),
                new BabbleFigure(),
                new ScaleFigure());
    }

    /** The figure of a name, or a complaint that says which there are. */
    public static Figure<?> named(String id) {
        return named(id, ids());
    }

    /** The figure of an operation, or a complaint that says which there are. */
    public static Figure<?> operation(String id) {
        if (ids().contains(id) && !operations().contains(id)) {
            throw BadInput.usage("no_operation", "'" + id + "' is only a picture; type nabla show " + id);
        }
        return named(id, operations());
    }

    private static Figure<?> named(String id, List<String> known) {
        for (Figure<?> figure : all()) {
            if (figure.id().equals(id)) {
                return figure;
            }
        }
        throw BadInput.usage("unknown_figure", "unknown figure '" + id + "'; " + Spelling.suggest(id, known));
    }

    public static List<String> ids() {
        return all().stream().map(Figure::id).toList();
    }

    /** The ids of what {@code solve} offers. */
    public static List<String> operations() {
        return all().stream()
                .filter(figure -> figure.info().isOperation())
                .map(Figure::id)
                .toList();
    }
}
