package dev.nabla.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The quantities of a figure, in the order in which they are printed.
 *
 * @param <M> the model
 * @param <R> intermediate results that all quantities use
 * @param results computes the intermediate results of a model
 */
public record Quantities<M extends Record, R>(Function<M, R> results, List<Quantity<R, ?>> all) {
    public Quantities {
        all = List.copyOf(all);
    }

    /** Returns quantities that are computed from the model itself. */
    public static <M extends Record> Quantities<M, M> of(List<Quantity<M, ?>> all) {
        return new Quantities<>(model -> model, all);
    }

    /**
     * Computes the facts with the wanted names. A table on request is computed only when one of its rows is read.
     */
    public List<Fact> facts(M model, Predicate<String> wanted) {
        List<Quantity<R, ?>> printed = new ArrayList<>(all);
        printed.removeIf(quantity -> !wanted.test(quantity.name()));
        if (printed.isEmpty()) {
            return List.of(); // without the intermediate results, which may take a training
        }
        R worked = results.apply(model);
        List<Fact> facts = new ArrayList<>(printed.size());
        printed.forEach(quantity -> facts.add(quantity.fact(worked)));
        return facts;
    }

    public List<String> names() {
        return all.stream().map(Quantity::name).toList();
    }

    /** Returns the names of the facts that are printed only on request. */
    List<String> onRequest() {
        return names(Visibility.ON_REQUEST);
    }

    /** Returns the names of the facts that a command prints only with the worked steps. */
    public List<String> withSteps() {
        return names(Visibility.WITH_STEPS);
    }

    private List<String> names(Visibility visibility) {
        List<String> names = new ArrayList<>();
        for (Quantity<R, ?> quantity : all) {
            if (quantity.visibility() == visibility) {
                names.add(quantity.name());
            }
        }
        return names;
    }
}
