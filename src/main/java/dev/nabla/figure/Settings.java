package dev.nabla.figure;

import dev.nabla.math.BadInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Named settings read into a model, from the command line and from lessons alike. */
public final class Settings {
    private Settings() {}

    /**
     * The model with every setting read by its knob, in the knobs' order whatever the settings' own.
     *
     * @throws BadInput if a name is unknown, a text cannot be read, vectors that must be of one size are not, or what was
     *     given does not count
     */
    public static <M extends Record> M apply(Figure<M> figure, M base, Map<String, String> settings) {
        for (String name : settings.keySet()) {
            requireKnob(figure, name);
        }
        M model = base;
        Map<String, Integer> sizes = sizes(figure, base);
        for (Knob<M> knob : figure.knobs()) {
            if (settings.containsKey(knob.name())) {
                model = read(knob, model, settings.get(knob.name()));
                sizes.computeIfPresent(knob.name(), sizes(figure, model)::getOrDefault);
            }
        }
        requireSizes(figure, model, sizes);
        requireUse(figure, model, settings);
        return model;
    }

    /** What was given must count; two ways to ask the same question exclude each other. */
    private static <M extends Record> void requireUse(Figure<M> figure, M model, Map<String, String> settings) {
        for (Knob<M> knob : figure.knobs()) {
            boolean given =
                    settings.containsKey(knob.name()) && !knob.text(model).equals(settings.get(knob.name()));
            if (given && knob.value(model) instanceof Value.Absent absent) {
                throw BadInput.usage("excluded", knob.name() + " does not count here: " + absent.why());
            }
            if (given && knob instanceof WordKnob) {
                throw BadInput.usage(
                        "excluded",
                        knob.name() + " does not count here: the other settings make it " + knob.text(model)
                                + "; leave it out");
            }
        }
    }

    private static void requireKnob(Figure<?> figure, String name) {
        List<String> known = figure.knobs().stream().<String>map(Knob::name).toList();
        if (known.contains(name)) {
            return;
        }
        throw BadInput.usage("unknown_knob", figure.id() + " has no '" + name + "'; " + Spelling.suggest(name, known));
    }

    private static <M extends Record> M read(Knob<M> knob, M model, String text) {
        try {
            return knob.parse(model, text);
        } catch (BadInput bad) {
            throw bad.getMessage().startsWith(knob.name() + " ") ? bad : bad.about(knob.name());
        }
    }

    private static <M extends Record> Map<String, Integer> sizes(Figure<M> figure, M model) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        for (Knob<M> knob : figure.knobs()) {
            if (knob.value(model) instanceof Value.Reals reals) {
                sizes.put(knob.name(), reals.values().size());
            }
        }
        return sizes;
    }

    /** A vector that was brought to another's size without being asked to does not fit it. */
    private static <M extends Record> void requireSizes(Figure<M> figure, M model, Map<String, Integer> asked) {
        Map<String, Integer> got = sizes(figure, model);
        for (String name : asked.keySet()) {
            if (got.containsKey(name) && !asked.get(name).equals(got.get(name))) {
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
