package dev.nabla.figure;

import dev.nabla.Draws;
import dev.nabla.figure.ViewState.Focus;
import dev.nabla.figure.catalog.Figures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Models to try a figure with: its start, typical states and extremes. The samples of a new figure go into {@code
 * samples.txt}.
 */
public final class Samples {
    private static final List<String> LINES = lines(Path.of("src/test/resources/samples.txt"));
    /** The id of the figure to try alone; empty if all are to be tried. */
    private static final String ONE = System.getProperty("figure", "");

    private Samples() {}

    /** Returns all figures; with {@code -Dfigure=dot} that one alone. */
    public static List<Figure<?>> figures() {
        return ONE.isEmpty() ? Figures.all() : List.of(Figures.named(ONE));
    }

    /**
     * Returns whether a lesson can depend on the {@link #figures}: with {@code -Dfigure=dot}, whether it has the word
     * dot.
     */
    public static boolean areIn(String lesson) {
        return ONE.isEmpty()
                || Pattern.compile("\\b" + ONE + "\\b").matcher(lesson).find();
    }

    /** Returns the ids of the {@link #figures} that are operations; if none is, those of all operations. */
    public static List<String> operations() {
        List<String> operations = figures().stream()
                .map(Figure::id)
                .filter(Figures.operations()::contains)
                .toList();
        return operations.isEmpty() ? Figures.operations() : operations;
    }

    /** Returns the start of a figure and a fifth of its other models; all of them with {@code -Pall}. */
    public static <M extends Record> List<M> drawn(Figure<M> figure) {
        List<M> models = models(figure);
        List<M> others = models.subList(1, models.size());
        List<M> drawn = new ArrayList<>(List.of(models.get(0)));
        drawn.addAll(Draws.some((others.size() + 4) / 5, others, "models of " + figure.id()));
        return drawn;
    }

    public static <M extends Record> List<M> models(Figure<M> figure) {
        List<M> models = new ArrayList<>(List.of(figure.start()));
        for (String line : LINES) {
            if (line.startsWith(figure.id() + " ")) {
                String settings = line.substring(figure.id().length() + 1);
                models.add(Settings.apply(figure, figure.start(), settings(settings)));
            }
        }
        return models;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * What can be done to a model as it opens, from nothing on: every kind of change that the sentence can tell. These
     * are functions because a test that draws a few of them shall not pay for all. Each other seed of a law trains
     * twenty runs, for seconds, so only {@code -Pall} changes it.
     */
    public static <M extends Record> List<UnaryOperator<FigureState<M>>> plays(Figure<M> figure, M model) {
        List<UnaryOperator<FigureState<M>>> plays = new ArrayList<>(List.of(opened -> opened));
        List<Focus> spots = new ArrayList<>(Focus.all(figure, model));
        spots.removeIf(spot -> figure.id().equals("law") && spot.knob().equals("seed") && !Draws.areAll());
        for (Focus spot : spots.stream().limit(12).toList()) {
            plays.add(opened -> opened.take(spot).nudge(1, 0, Stride.COARSE));
            plays.add(opened -> opened.take(spot).nudge(-1, 0, Stride.STEP));
        }
        plays.add(opened -> opened.pin().nudge(1, 0, Stride.STEP));
        plays.add(opened -> opened.step(1));
        plays.add(opened -> opened.run().tick());
        return plays;
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
