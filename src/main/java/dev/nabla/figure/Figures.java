package dev.nabla.figure;

import dev.nabla.math.BadInput;
import java.util.ArrayList;
import java.util.List;

/** All figures there are, in the order of the course. */
public final class Figures {
    private Figures() {}

    public static List<Figure<?>> all() {
        return List.of(
                new DotFigure(),
                new MatmulFigure(),
                new DerivativeFigure(),
                new DescentFigure(),
                new SoftmaxFigure(),
                new LossFigure());
    }

    /** The figure of a name, or a complaint that says which there are. */
    public static Figure<?> named(String id) {
        for (Figure<?> figure : all()) {
            if (figure.id().equals(id)) {
                return figure;
            }
        }
        throw BadInput.usage("unknown_figure", "unknown figure '" + id + "'; " + Spelling.suggest(id, ids()));
    }

    public static List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (Figure<?> figure : all()) {
            ids.add(figure.id());
        }
        return List.copyOf(ids);
    }
}
