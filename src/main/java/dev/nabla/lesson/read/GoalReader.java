package dev.nabla.lesson.read;

import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Knob;
import dev.nabla.lesson.Condition;
import dev.nabla.lesson.Goal;
import dev.nabla.lesson.formula.FigureSettings;
import dev.nabla.math.BadInput;
import dev.nabla.math.Spelling;
import java.util.Arrays;
import java.util.List;

/** A {@code goal} block of a lesson; {@link dev.nabla.lesson the package} says how it is written. */
final class GoalReader {
    private GoalReader() {}

    /** The goal on a figure, which opens as given but for the goal's own settings. */
    static Goal read(Yaml yaml, FigureState<?> live, BadInput.Where place) {
        yaml.only("id", "ask", "figure", "set", "holds", "free");
        return new Goal(
                yaml.id(),
                yaml.string("ask").strip(),
                yaml.at("holds", () -> Condition.parse(yaml.string("holds"))),
                yaml.at("free", () -> free(yaml, live.figure())),
                set(live, yaml),
                place);
    }

    private static List<String> free(Yaml yaml, Figure<?> figure) {
        List<String> free = yaml.optional("free").stream()
                .flatMap(names -> Arrays.stream(names.split("\\s*,\\s*")))
                .toList();
        List<String> knobs = figure.knobs().stream().<String>map(Knob::name).toList();
        for (String name : free) {
            if (!knobs.contains(name)) {
                throw BadInput.usage(
                        "unknown_knob", figure.id() + " has no '" + name + "'; " + Spelling.suggest(name, knobs));
            }
        }
        return free;
    }

    private static <M extends Record> FigureState<M> set(FigureState<M> live, Yaml yaml) {
        Figure<M> figure = live.figure();
        return yaml.has("set")
                ? FigureState.of(
                        figure, yaml.made("set", settings -> FigureSettings.of(figure, live.model(), settings)))
                : live;
    }
}
