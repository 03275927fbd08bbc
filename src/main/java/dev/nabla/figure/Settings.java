package dev.nabla.figure;

import dev.nabla.math.BadInput;
import dev.nabla.math.Problem;
import dev.nabla.math.expression.Expression;
import dev.nabla.math.expression.InputSuggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Applies named settings from the command line and from lessons to a model. */
public final class Settings {
    private Settings() {}

    /**
     * Returns the model with every text read by its knob, as {@link #take} does with values.
     *
     * @throws BadInput if a name is unknown, a text cannot be read, vectors that must have the same size do not, or a
     *     setting has no effect
     */
    public static <M extends Record> M apply(Figure<M> figure, M base, Map<String, String> settings) {
        Map<String, Value> words = new LinkedHashMap<>();
        settings.forEach((name, text) -> words.put(name, new Value.Word(text)));
        return take(figure, base, words);
    }

    /**
     * Returns the model with every value set by its knob, in the order of the knobs.
     *
     * @throws BadInput if a name is unknown, a knob cannot hold its value, vectors that must have the same size do not,
     *     or a setting has no effect
     */
    public static <M extends Record> M take(Figure<M> figure, M base, Map<String, Value> settings) {
        return take(figure.id(), figure.knobs(), base, settings);
    }

    /**
     * Sets values like {@link #take(Figure, Record, Map)}, but with the given knobs, so that a frequent caller need not
     * create them again.
     */
    public static <M extends Record> M take(String id, List<Knob<M, ?>> knobs, M base, Map<String, Value> settings) {
        requireKnobs(id, knobs, settings);
        M model = base;
        int[] sizes = new int[knobs.size()];
        for (int i = 0; i < sizes.length; i++) {
            Knob<M, ?> knob = knobs.get(i);
            Value value = settings.get(knob.name());
            model = value == null ? model : taken(knob, model, value);
            sizes[i] = knob.components(value == null ? base : model);
        }
        requireSizes(knobs, sizes(knobs, model), sizes);
        requireUse(knobs, model, settings);
        return model;
    }

    /** Checks that every given setting has an effect; two ways to ask the same question exclude each other. */
    private static <M extends Record> void requireUse(List<Knob<M, ?>> knobs, M model, Map<String, Value> settings) {
        for (int i = 0; i < knobs.size(); i++) {
            Knob<M, ?> knob = knobs.get(i);
            Value given = settings.get(knob.name());
            if (given == null) {
                continue;
            }
            Value got = knob.value(model);
            boolean canBeLost = got.isAbsent()
                    || got instanceof Value.Flag
                    || got instanceof Value.Word && !knob.choices(model).isEmpty();
            if (canBeLost && !knob.text(model).equals(given.text())) {
                String instead =
                        got.absence().orElse("the other settings make it " + knob.text(model) + "; leave it out");
                throw BadInput.usage("excluded", "does not count here: " + instead)
                        .forInput(knob.name());
            }
        }
    }

    /**
     * Returns the inputs that a question must state but that were not given, and so still have their example values.
     */
    public static <M extends Record> List<Knob<M, ?>> missing(List<Knob<M, ?>> knobs, M model, Set<String> given) {
        List<Knob<M, ?>> missing = new ArrayList<>();
        for (Knob<M, ?> knob : knobs) {
            if (knob.info().needed()
                    && !given.contains(knob.name())
                    && knob.applies().test(model)
                    && !knob.value(model).isAbsent()) {
                missing.add(knob);
            }
        }
        return missing;
    }

    /**
     * Returns warnings about inputs that may have been meant in another way: given functions, and what the figure says.
     *
     * @param knobs the knobs of the figure, or those of its inputs
     */
    public static <M extends Record> List<String> doubts(
            Figure<M> figure, List<Knob<M, ?>> knobs, M model, Set<String> given) {
        List<String> doubts = new ArrayList<>(figure.doubts(model, given));
        for (Knob<M, ?> knob : knobs) {
            Object value = given.contains(knob.name()) ? knob.get().apply(model) : null;
            List<?> all =
                    value instanceof Expression ? List.of(value) : value instanceof List<?> list ? list : List.of();
            for (Object each : all) {
                if (each instanceof Expression f) {
                    f.doubt().ifPresent(doubt -> doubts.add(knob.name() + " " + doubt));
                }
            }
        }
        return doubts;
    }

    private static <M extends Record> void requireKnobs(
            String id, List<Knob<M, ?>> knobs, Map<String, Value> settings) {
        for (String name : settings.keySet()) {
            if (!isNameOf(knobs, name)) {
                List<String> names = new ArrayList<>();
                knobs.forEach(knob -> names.add(knob.name()));
                throw BadInput.usage("unknown_knob", id + " has no '" + name + "'", new Problem.OneOf(name, names));
            }
        }
    }

    private static <M extends Record> boolean isNameOf(List<Knob<M, ?>> knobs, String name) {
        for (Knob<M, ?> knob : knobs) {
            if (knob.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static <M extends Record> M taken(Knob<M, ?> knob, M model, Value value) {
        try {
            return knob.read(model, value);
        } catch (BadInput refused) {
            BadInput bad = value.word()
                    .map(word -> InputSuggestion.offered(refused, word, text -> knob.read(model, new Value.Word(text))))
                    .orElse(refused);
            throw bad.problem().isAbout(knob.name()) ? bad : bad.forInput(knob.name());
        }
    }

    /** Returns the size of each vector; 0 for everything else. */
    private static <M extends Record> int[] sizes(List<Knob<M, ?>> knobs, M model) {
        int[] sizes = new int[knobs.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = knobs.get(i).components(model);
        }
        return sizes;
    }

    /**
     * Checks that no vector was resized to fit another one.
     *
     * @param got the sizes in the final model
     * @param wanted the sizes as they were given, or those of the base model
     */
    private static <M extends Record> void requireSizes(List<Knob<M, ?>> knobs, int[] got, int[] wanted) {
        for (int i = 0; i < got.length; i++) {
            if (got[i] != 0 && got[i] != wanted[i]) {
                String other = "the figure";
                for (int j = got.length - 1; j >= 0; j--) {
                    other = j != i && wanted[j] == got[i] ? knobs.get(j).name() : other;
                }
                throw BadInput.maths(
                                "shape_mismatch",
                                "has " + wanted[i] + " components and " + other + " has " + got[i]
                                        + ": give every vector the same number")
                        .forInput(knobs.get(i).name());
            }
        }
    }
}
