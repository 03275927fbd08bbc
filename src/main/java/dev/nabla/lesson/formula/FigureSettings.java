package dev.nabla.lesson.formula;

import dev.nabla.figure.Fact;
import dev.nabla.figure.Figure;
import dev.nabla.figure.Knob;
import dev.nabla.figure.Settings;
import dev.nabla.figure.Style;
import dev.nabla.figure.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Opens figures with a lesson's settings, and rejects settings that take more work than a reader would wait for. */
public final class FigureSettings {
    private static final int LONGEST = 2000;
    private static final long MOST_STEPS = 10_000;
    /** Largest product of steps and characters of all settings; each step may evaluate all settings. */
    private static final long MOST_WORK = 1_000_000;

    private FigureSettings() {}

    /**
     * Returns a copy of {@code base} with the settings applied.
     *
     * @throws dev.nabla.math.BadInput if a setting is unreadable or too long, or all of them take too many steps or too
     *     much work
     */
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

    /**
     * Returns the knobs of a figure as facts, then its facts, at least those with the wanted names. A knob and a fact
     * may have the same name.
     */
    public static <M extends Record> List<Fact> facts(Figure<M> figure, M model, Predicate<String> wanted) {
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
                        "",
                        words(knob))));
        facts.addAll(figure.pictureFacts(model, wanted));
        return facts;
    }

    /** Returns the knob's name in sentences if it has one of its own; else goals use the symbol. */
    private static List<String> words(Knob<?, ?> knob) {
        String words = knob.info().inWords();
        return words.equals(knob.name()) ? List.of() : List.of(words);
    }
}
