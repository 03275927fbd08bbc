package dev.nabla.figure;

import dev.nabla.math.BadInput;
import java.util.List;

/** All figures there are, in the order of the course. */
public final class Figures {
    private Figures() {}

    public static List<Figure<?>> all() {
        return List.of(
                new ChainFigure(),
                new DotFigure(),
                new MatmulFigure(),
                new DerivativeFigure(),
                new DescentFigure(),
                new SoftmaxFigure(),
                new LossFigure());
    }

    /** The figure of a name, or a complaint that says which there are. */
    public static Figure<?> named(String id) {
        return all().stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .orElseThrow(() -> BadInput.usage(
                        "unknown_figure", "unknown figure '" + id + "'; " + Spelling.suggest(id, ids())));
    }

    public static List<String> ids() {
        return all().stream().<String>map(Figure::id).toList();
    }
}
