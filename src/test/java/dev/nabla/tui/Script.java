package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.frame.Cell;
import dev.nabla.frame.Glyphs;
import dev.nabla.frame.Size;
import dev.nabla.frame.Weight;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.lesson.read.CourseWatcher;
import dev.nabla.lesson.read.Starter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keys and the screens after them, from a file in {@code src/test/resources/keys} with one step per line. The steps
 * above the first title begin every script of the file.
 *
 * <ul>
 *   <li>{@code at COURSE 80x24 braille} sits down at home, with a journal in the folder or where a fourth word says;
 *       the course {@code starter} is a copy that is watched
 *   <li>{@code keys}, {@code typed}, {@code paste}, {@code size 80x24}, {@code wait SECONDS}, {@code run TICKS},
 *       {@code days N} and {@code begin} do something; {@code pick TEXT} types the letter before the option that ends
 *       so; {@code save OLD → NEW} changes the lesson, {@code index TEXT} the whole index
 *   <li>{@code shows}, {@code hides}, {@code like REGEX} and {@code order} look at the whole screen, or at one row
 *       behind {@code last:} or {@code row 2:}; {@code mark NAME} remembers it for {@code same NAME} and {@code other
 *       NAME}
 *   <li>{@code raised TEXT} is all that is reversed; {@code ticks MILLIS} is the timer asked for
 *   <li>{@code kept KIND N} counts entries of the journal; {@code wrote} looks at its last line, {@code never} at all
 * </ul>
 */
record Script(String name, List<String> steps) {
    private static final Path FOLDER = Path.of("src/test/resources");

    static Stream<Script> all() throws IOException {
        List<Script> scripts = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER.resolve("keys"))) {
            for (Path file : files.sorted().toList()) {
                scripts.addAll(in(file));
            }
        }
        return scripts.stream();
    }

    private static List<Script> in(Path file) throws IOException {
        List<Script> scripts = new ArrayList<>();
        List<String> first = new ArrayList<>();
        List<String> steps = first;
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("# ")) {
                steps = new ArrayList<>(first);
                scripts.add(new Script(line.substring(2), steps));
            } else if (!line.isEmpty() && !line.startsWith("//")) {
                steps.add(line);
            }
        }
        return scripts;
    }

    void play(Path folder) throws IOException {
        new Player(folder).play(steps);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Somebody who does what the script says. */
    private static final class Player {
        private final Path folder;
        private final Map<String, String> marks = new HashMap<>();
        private Desk desk;
        private Path journal;

        private Player(Path folder) {
            this.folder = folder;
        }

        private void play(List<String> steps) throws IOException {
            for (String step : steps) {
                if (step.startsWith("last: ")) {
                    look(desk.keyLine(), step.substring(6));
                } else if (step.startsWith("row ")) {
                    int colon = step.indexOf(": ");
                    look(desk.rows().get(Integer.parseInt(step.substring(4, colon))), step.substring(colon + 2));
                } else {
                    play(step);
                }
            }
        }

        private void play(String step) throws IOException {
            String rest = step.substring(step.indexOf(' ') + 1);
            switch (step.split(" ")[0]) {
                case "at" -> sit(rest.split(" "));
                case "keys" -> desk.keys(rest);
                case "typed" -> desk.typed(rest);
                case "pick" -> desk.typed(letter(rest));
                case "paste" -> desk.pasted(rest.translateEscapes());
                case "size" -> desk.resized(size(rest).width(), size(rest).height());
                case "wait" -> desk.waiting(Duration.ofSeconds(Integer.parseInt(rest)));
                case "run" -> {
                    for (int i = 0; i < Integer.parseInt(rest); i++) {
                        desk.waiting(Duration.ofMillis(desk.tickMillis()));
                    }
                }
                case "days" -> desk.later(Duration.ofDays(Integer.parseInt(rest)));
                case "begin" -> desk.begin();
                case "save" -> save(rest.split(" → "));
                case "index" -> Files.writeString(folder.resolve("course/index.yaml"), rest.translateEscapes());
                case "ticks" -> assertThat(desk.tickMillis()).as(step).isEqualTo(Integer.parseInt(rest));
                case "raised" -> assertThat(raised()).isEqualTo(rest);
                case "kept" -> {
                    String kind = rest.split(" ")[0];
                    assertThat(desk.entries().stream()
                                    .filter(entry ->
                                            entry.getClass().getSimpleName().equals(kind)))
                            .as(step)
                            .hasSize(Integer.parseInt(rest.split(" ")[1]));
                }
                case "wrote" -> {
                    List<String> lines = Files.readAllLines(journal);
                    assertThat(lines.get(lines.size() - 1)).contains(rest.split(" … "));
                }
                case "never" -> assertThat(Files.readString(journal)).doesNotContain(rest);
                default -> look(desk.text(), step);
            }
        }

        private void look(String seen, String step) {
            String rest = step.substring(step.indexOf(' ') + 1);
            switch (step.split(" ")[0]) {
                case "shows" -> assertThat(seen).contains(rest.translateEscapes());
                case "hides" -> assertThat(seen).doesNotContain(rest);
                case "like" -> assertThat(seen).containsPattern(rest);
                case "order" -> assertThat(seen).containsSubsequence(rest.split(" … "));
                case "mark" -> marks.put(rest, seen);
                case "same" -> assertThat(seen).isEqualTo(marks.get(rest));
                case "other" -> assertThat(seen).isNotEqualTo(marks.get(rest));
                default -> throw new IllegalArgumentException(step);
            }
        }

        private void sit(String[] words) throws IOException {
            boolean starter = words[0].equals("starter");
            Path lessons = starter
                    ? folder.resolve("course")
                    : words[0].equals("lessons") ? Path.of("lessons") : FOLDER.resolve(words[0]);
            if (starter) {
                Starter.write(lessons);
            }
            Course course = CourseReader.load(lessons);
            Optional<CourseWatcher> watch =
                    starter ? Optional.of(new CourseWatcher(lessons, course)) : Optional.empty();
            journal = words.length > 3 ? Path.of(words[3]) : folder.resolve("journal-" + String.join("-", words));
            desk = new Desk(course, watch, journal, size(words[1]), Glyphs.valueOf(words[2].toUpperCase(Locale.ROOT)));
        }

        private static Size size(String text) {
            String[] sides = text.split("x");
            return new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        }

        private void save(String[] change) throws IOException {
            Path lesson = folder.resolve("course/01-first-section/lesson.md");
            String text = Files.readString(lesson);
            assertThat(text).contains(change[0].translateEscapes());
            Files.writeString(lesson, text.replace(change[0].translateEscapes(), change[1].translateEscapes()));
        }

        private String letter(String option) {
            return desk.rows().stream()
                    .filter(row -> row.endsWith(option))
                    .findFirst()
                    .orElseThrow()
                    .strip()
                    .substring(0, 1);
        }

        private String raised() {
            return desk.frame().cells().stream()
                    .filter(cell -> cell.weight() == Weight.REVERSE)
                    .map(Cell::glyph)
                    .map(String::valueOf)
                    .collect(Collectors.joining());
        }
    }
}
