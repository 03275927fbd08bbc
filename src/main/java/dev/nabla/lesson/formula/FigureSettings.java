package dev.nabla.lesson.formula;

import dev.nabla.figure.Figure;
import dev.nabla.figure.Settings;
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
        int length = 0;
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            length += setting.getValue().length();
            if (setting.getValue().length() > LONGEST) {
                throw BadLesson.of("is longer than " + LONGEST + " characters; give fewer numbers")
                        .about(setting.getKey());
            }
        }
        M model = Settings.apply(figure, base, settings);
        long steps = figure.stepper().map(stepper -> stepper.at(model)).orElse(0L);
        if (steps > MOST_STEPS) {
            String name = figure.stepper().orElseThrow().knob().name();
            throw BadLesson.of(steps + ": a lesson opens a figure with " + MOST_STEPS + " at most")
                    .about(name);
        }
        if (steps * length > MOST_WORK) {
            throw BadLesson.of(
                    steps + " steps of settings " + length + " characters long are too much work; ask for fewer steps");
        }
        return model;
    }
}
