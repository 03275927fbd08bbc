package dev.nabla.figure;

import dev.nabla.figure.Codec.Stride;
import dev.nabla.figure.ViewState.Focus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Models to try a figure with: its start, states that tell something, and extremes. A new figure names its own in {@code samples.txt}. */
public final class Samples {
    private static final Path FILE = Path.of("src/test/resources/samples.txt");

    private Samples() {}

    public static <M extends Record> List<M> models(Figure<M> figure) {
        List<M> models = new ArrayList<>(List.of(figure.start()));
        try {
            for (String line : Files.readAllLines(FILE)) {
                if (line.startsWith(figure.id() + " ")) {
                    String settings = line.substring(figure.id().length() + 1);
                    models.add(Settings.apply(figure, figure.start(), settings(settings)));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return models;
    }

    /** A model as it opens, and as it is after somebody has played with it: every kind of thing the sentence can tell. */
    public static <M extends Record> List<FigureState<M>> lives(Figure<M> figure, M model) {
        FigureState<M> opened = FigureState.of(figure, model);
        List<FigureState<M>> lives = new ArrayList<>(List.of(opened));
        for (Focus spot : Focus.all(figure, model).stream().limit(12).toList()) {
            FigureState<M> taken = opened.take(spot);
            lives.add(taken.nudge(1, 0, Stride.COARSE));
            lives.add(taken.nudge(-1, 0, Stride.STEP));
        }
        lives.add(opened.pin().nudge(1, 0, Stride.STEP));
        lives.add(opened.step(1));
        lives.add(opened.run().tick());
        return lives;
    }

    /** {@code name=value} between blanks. */
    public static Map<String, String> settings(String text) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String setting : text.isBlank() ? new String[0] : text.split(" ")) {
            int equals = setting.indexOf('=');
            settings.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return settings;
    }
}
