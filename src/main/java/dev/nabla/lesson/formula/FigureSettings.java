package dev.nabla.lesson.formula;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Settings;
import dev.nabla.figure.Style;
import dev.nabla.figure.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A figure opened with a lesson's settings, which may not ask for more work than a reader would wait for. */
public final class FigureSettings {
    private static final int LONGEST = 2000;
    private static final long MOST_STEPS = 10_000;
    /** Steps times characters of the settings: every step may evaluate all of them. */
    private static final long MOST_WORK = 1_000_000;

    private FigureSettings() {}

    /** The model with the settings read into it. */
    public static <M extends Record> M of(Figure<M> figure, M base, Map<String, String> settings) {
        settings.forEach((knob, text) -> {
            if (text.length() > LONGEST) {
                throw BadLesson.of("is longer than " + LONGEST + " characters; give fewer numbers")
                        .forInput(knob);
            }
        });
        M model = Settings.apply(figure, base, settings);
        long steps = figure.stepper().map(stepper -> stepper.at(model)).orElse(0L);
        if (steps > MOST_STEPS) {
            throw BadLesson.of(steps + ": a lesson opens a figure with " + MOST_STEPS + " at most")
                    .forInput(figure.stepper().orElseThrow().knob().name());
        }
        int length = settings.values().stream().mapToInt(String::length).sum();
        if (steps * length > MOST_WORK) {
            throw BadLesson.of(
                    steps + " steps of settings " + length + " characters long are too much work; ask for fewer steps");
        }
        return model;
    }

    /** The knobs and the facts of a figure, as facts; of two with one name the fact is the later. */
    public static <M extends Record> List<Fact> facts(Figure<M> figure, M model) {
        List<Fact> facts = new ArrayList<>();
        figure.knobs()
                .forEach(knob -> facts.add(new Fact(
                        knob.name(),
                        knob.info().symbol(),
                        knob.value(model),
                        Style.number(Template.AS_MANY_AS_MATTER),
                        Visibility.PRINTED,
                        0,
                        true,
                        "")));
        facts.addAll(figure.facts(model));
        return facts;
    }
}
