package dev.nabla.figure;

import dev.nabla.math.BadInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Named settings read into a model, from the command line and from lessons alike. */
public final class Settings {
    private Settings() {}

    /**
     * The model with every text read by its knob, as {@link #take} does with values.
     *
     * @throws BadInput if a name is unknown, a text cannot be read, or vectors that must be of one size are not
     */
    public static <M extends Record> M apply(Figure<M> figure, M base, Map<String, String> settings) {
        Map<String, Value> words = new LinkedHashMap<>();
        settings.forEach((name, text) -> words.put(name, new Value.Word(text)));
        return take(figure, base, words);
    }

    /**
     * The model with every value taken by its knob, in the knobs' order whatever the settings' own.
     *
     * @throws BadInput if a name is unknown, a knob cannot hold its value, or vectors that must be of one size are not
     */
    public static <M extends Record> M take(Figure<M> figure, M base, Map<String, Value> settings) {
        return take(figure.id(), figure.knobs(), base, settings);
    }

    /** The same with some of a figure's knobs, which spares whoever asks often to make them anew. */
    public static <M extends Record> M take(String id, List<Knob<M>> knobs, M base, Map<String, Value> settings) {
        for (String name : settings.keySet()) {
            requireKnob(id, knobs, name);
        }
        M model = base;
        Map<String, Integer> sizes = sizes(knobs, base);
        for (Knob<M> knob : knobs) {
            if (settings.containsKey(knob.name())) {
                model = taken(knob, model, settings.get(knob.name()));
                if (knob instanceof VectorKnob<M> vector) {
                    sizes.put(knob.name(), vector.get().apply(model).size());
                }
            }
        }
        requireSizes(sizes(knobs, model), sizes);
        return model;
    }

    private static <M extends Record> void requireKnob(String id, List<Knob<M>> knobs, String name) {
        for (Knob<M> knob : knobs) {
            if (knob.name().equals(name)) {
                return;
            }
        }
        List<String> known = knobs.stream().<String>map(Knob::name).toList();
        throw BadInput.usage("unknown_knob", id + " has no '" + name + "'; " + Spelling.suggest(name, known));
    }

    private static <M extends Record> M taken(Knob<M> knob, M model, Value value) {
        try {
            return knob.take(model, value);
        } catch (BadInput bad) {
            throw bad.getMessage().startsWith(knob.name() + " ") ? bad : bad.about(knob.name());
        }
    }

    private static <M extends Record> Map<String, Integer> sizes(List<Knob<M>> knobs, M model) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        for (Knob<M> knob : knobs) {
            if (knob instanceof VectorKnob<M> vector) {
                sizes.put(knob.name(), vector.get().apply(model).size());
            }
        }
        return sizes;
    }

    /** A vector that was brought to another's size without being asked to does not fit it. */
    private static void requireSizes(Map<String, Integer> got, Map<String, Integer> asked) {
        for (String name : asked.keySet()) {
            if (!asked.get(name).equals(got.get(name))) {
                String other = asked.keySet().stream()
                        .filter(candidate ->
                                !candidate.equals(name) && asked.get(candidate).equals(got.get(name)))
                        .findFirst()
                        .orElse("the figure");
                throw BadInput.maths(
                        "shape_mismatch",
                        name + " has " + asked.get(name) + " components and " + other + " has " + got.get(name)
                                + ": give every vector the same number");
            }
        }
    }
}
