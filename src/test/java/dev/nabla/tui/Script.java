package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Keys and what is seen after them, from {@code src/test/resources/keys}, a step a line.
 *
 * <p>{@code keys}, {@code typed}, {@code paste}, {@code size 80x24}, {@code wait SECONDS}, {@code days N} and {@code begin} do
 * something; {@code shows}, {@code hides} and {@code order} look at the whole screen, or at one row behind {@code last:} or
 * {@code row 2:}; {@code kept KIND N} counts entries of the journal.
 */
record Script(String name, List<String> steps) {
    static List<Script> in(String file) throws IOException {
        List<Script> scripts = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/keys", file))) {
            if (line.startsWith("# ")) {
                scripts.add(new Script(line.substring(2), new ArrayList<>()));
            } else if (!line.isEmpty() && !line.startsWith("//")) {
                scripts.get(scripts.size() - 1).steps.add(line);
            }
        }
        return scripts;
    }

    void play(Desk desk) {
        for (String step : steps) {
            if (step.startsWith("last: ")) {
                look(desk.keyLine(), step.substring(6));
            } else if (step.startsWith("row ")) {
                int colon = step.indexOf(": ");
                look(desk.rows().get(Integer.parseInt(step.substring(4, colon))), step.substring(colon + 2));
            } else {
                play(desk, step);
            }
        }
    }

    private static void play(Desk desk, String step) {
        String rest = step.substring(step.indexOf(' ') + 1);
        String[] words = rest.split("[ x]");
        switch (step.split(" ")[0]) {
            case "keys" -> desk.keys(rest);
            case "typed" -> desk.typed(rest);
            case "paste" -> desk.pasted(rest.translateEscapes());
            case "size" -> desk.resized(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
            case "wait" -> desk.waiting(Duration.ofSeconds(Integer.parseInt(rest)));
            case "days" -> desk.later(Duration.ofDays(Integer.parseInt(rest)));
            case "begin" -> desk.begin();
            case "kept" ->
                assertThat(desk.entries().stream()
                                .filter(entry ->
                                        entry.getClass().getSimpleName().equals(words[0])))
                        .as(step)
                        .hasSize(Integer.parseInt(words[1]));
            default -> look(desk.text(), step);
        }
    }

    private static void look(String seen, String step) {
        String rest = step.substring(step.indexOf(' ') + 1);
        switch (step.split(" ")[0]) {
            case "shows" -> assertThat(seen).contains(rest);
            case "hides" -> assertThat(seen).doesNotContain(rest);
            case "order" -> assertThat(seen).containsSubsequence(rest.split(" … "));
            default -> throw new IllegalArgumentException(step);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
