package dev.nabla.figure.catalog;

import dev.nabla.figure.Figure;
import dev.nabla.figure.attention.AttentionFigure;
import dev.nabla.figure.babble.BabbleFigure;
import dev.nabla.figure.backprop.BackpropFigure;
import dev.nabla.figure.backprop.NudgeFigure;
import dev.nabla.figure.bigram.BigramFigure;
import dev.nabla.figure.block.BlockFigure;
import dev.nabla.figure.chain.ChainFigure;
import dev.nabla.figure.derivative.DerivativeFigure;
import dev.nabla.figure.descent.DescentFigure;
import dev.nabla.figure.dot.DotFigure;
import dev.nabla.figure.embedding.EmbeddingFigure;
import dev.nabla.figure.file.FileFigure;
import dev.nabla.figure.file.MachineFigure;
import dev.nabla.figure.graph.GraphFigure;
import dev.nabla.figure.heads.HeadsFigure;
import dev.nabla.figure.induce.InduceFigure;
import dev.nabla.figure.law.LawFigure;
import dev.nabla.figure.layer.LayerFigure;
import dev.nabla.figure.loss.LossFigure;
import dev.nabla.figure.matmul.MatmulFigure;
import dev.nabla.figure.nll.NllFigure;
import dev.nabla.figure.operation.CrossEntropyOperation;
import dev.nabla.figure.operation.KlOperation;
import dev.nabla.figure.operation.NormOperation;
import dev.nabla.figure.operation.OptimizerStepOperation;
import dev.nabla.figure.operation.SoftmaxBackwardOperation;
import dev.nabla.figure.sample.SampleFigure;
import dev.nabla.figure.scale.ScaleFigure;
import dev.nabla.figure.softmax.SoftmaxFigure;
import dev.nabla.figure.train.TrainFigure;
import dev.nabla.figure.wish.WishFigure;
import dev.nabla.math.BadInput;
import dev.nabla.math.Spelling;
import java.util.ArrayList;
import java.util.List;

/**
 * Creates the figures, listed in the order of the course, then those that no lesson draws. A caller that needs a single
 * figure creates no other.
 */
public final class Figures {
    private static final List<String> IDS = List.of(
            "chain",
            "layer",
            "dot",
            "matmul",
            "derivative",
            "graph",
            "descent",
            "softmax",
            "sample",
            "loss",
            "attention",
            "bigram",
            "embedding",
            "heads",
            "block",
            "nll",
            "backprop",
            "nudge",
            "train",
            "babble",
            "scale",
            "file",
            "machine",
            "law",
            "induce",
            "wish",
            "norm",
            "cross_entropy",
            "kl",
            "softmax_backward",
            "optimizer_step");

    /** Figures that draw a picture but compute no answer. */
    private static final List<String> PICTURES = List.of("nudge", "file", "machine");

    private static final List<String> OPERATIONS = operations(IDS);

    private Figures() {}

    public static List<Figure<?>> all() {
        List<Figure<?>> all = new ArrayList<>();
        for (String id : IDS) {
            all.add(make(id));
        }
        return all;
    }

    private static Figure<?> make(String id) {
        return switch (id) {
            case "chain" -> new ChainFigure();
            case "layer" -> new LayerFigure();
            case "dot" -> new DotFigure();
            case "matmul" -> new MatmulFigure();
            case "derivative" -> new DerivativeFigure();
            case "graph" -> new GraphFigure();
            case "descent" -> new DescentFigure();
            case "softmax" -> new SoftmaxFigure();
            case "sample" -> new SampleFigure();
            case "loss" -> new LossFigure();
            case "attention" -> new AttentionFigure();
            case "bigram" -> new BigramFigure();
            case "embedding" -> new EmbeddingFigure();
            case "heads" -> new HeadsFigure();
            case "block" -> new BlockFigure();
            case "nll" -> new NllFigure();
            case "backprop" -> new BackpropFigure();
            case "nudge" -> new NudgeFigure();
            case "train" -> new TrainFigure();
            case "babble" -> new BabbleFigure();
            case "scale" -> new ScaleFigure();
            case "file" -> new FileFigure();
            case "machine" -> new MachineFigure();
            case "law" -> new LawFigure();
            case "induce" -> new InduceFigure();
            case "wish" -> new WishFigure();
            case "norm" -> new NormOperation();
            case "cross_entropy" -> new CrossEntropyOperation();
            case "kl" -> new KlOperation();
            case "softmax_backward" -> new SoftmaxBackwardOperation();
            case "optimizer_step" -> new OptimizerStepOperation();
            default -> throw new IllegalArgumentException(id);
        };
    }

    /**
     * Returns the figure with this id.
     *
     * @throws BadInput if there is none, with a suggestion
     */
    public static Figure<?> named(String id) {
        return named(id, ids());
    }

    /**
     * Returns the figure with this id, which must be an operation.
     *
     * @throws BadInput if there is none, with a suggestion, or if the figure is only a picture
     */
    public static Figure<?> operation(String id) {
        if (ids().contains(id) && !operations().contains(id)) {
            throw BadInput.usage("no_operation", "'" + id + "' is only a picture; type nabla show " + id);
        }
        return named(id, operations());
    }

    /** Returns the id that is meant by a typed one, in which a hyphen may stand for an underscore; else the same. */
    public static String spelled(String id) {
        String underscored = id.replace('-', '_');
        return IDS.contains(underscored) ? underscored : id;
    }

    private static Figure<?> named(String id, List<String> known) {
        String meant = spelled(id);
        if (IDS.contains(meant)) {
            return make(meant);
        }
        throw BadInput.usage("unknown_figure", "unknown figure '" + id + "'; " + Spelling.suggest(id, known));
    }

    public static List<String> ids() {
        return IDS;
    }

    private static List<String> operations(List<String> ids) {
        List<String> operations = new ArrayList<>(ids);
        operations.removeAll(PICTURES);
        return List.copyOf(operations);
    }

    /** Returns the ids of the figures that {@code solve} offers. */
    public static List<String> operations() {
        return OPERATIONS;
    }
}
