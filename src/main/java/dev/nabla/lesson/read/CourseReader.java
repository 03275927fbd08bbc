package dev.nabla.lesson.read;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.LazyLesson;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.formula.BadLesson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the index of a course and the front matter of its lessons. */
public final class CourseReader {
    static final String INDEX = "index.yaml";
    private static final int FORMAT = 1;
    private static final String[] KEYS = {"format", "id", "ladder", "here", "sections"};
    private static final int MOST_SECTIONS = 60;
    private static final int MOST_RUNGS = 12;

    private CourseReader() {}

    /**
     * Loads the course in a folder from the file made by {@link BuiltCourse#of}. Reads what has changed since then, or
     * everything if that file is missing.
     */
    public static Course load(Path folder, Path built) {
        return BuiltCourse.read(built, folder)
                .map(known -> known.course().orElseGet(() -> read(folder, known::lesson)))
                .orElseGet(() -> load(folder));
    }

    /**
     * Reads {@code index.yaml} in a folder, and the front matter of every lesson that it names.
     *
     * @throws dev.nabla.math.BadInput if one of them has a mistake
     */
    public static Course load(Path folder) {
        return read(folder, name -> Optional.empty());
    }

    /** Reads a course except for the lessons that are known by their file names. */
    private static Course read(Path folder, Function<String, Optional<LessonFile>> known) {
        requireFolder(folder);
        Yaml yaml = Yaml.of(CourseFiles.text(CourseFiles.bytes(folder, INDEX), INDEX), INDEX, 0);
        requireFormat(yaml);
        yaml.only(KEYS);
        yaml.require(yaml.has("ladder"), "ladder", "is missing");
        List<String> ladder = yaml.texts("ladder");
        yaml.require(!ladder.isEmpty(), "ladder", "must be a list");
        yaml.require(
                ladder.size() <= MOST_RUNGS && ladder.stream().allMatch(text -> text.length() <= Yaml.WIDEST),
                "ladder",
                "has at most " + MOST_RUNGS + " rungs of " + Yaml.WIDEST + " characters");
        int rung = yaml.whole("here", 1, ladder.size()) - 1;
        String id = yaml.has("id") ? yaml.id() : idFrom(ladder.get(rung));
        return new Course(
                id,
                ladder,
                rung,
                sections(name -> lesson(folder, name, known), yaml, rung, ladder.size()),
                new GlossaryFile(folder));
    }

    /**
     * Checks that a path is a folder; most often its name is misspelt.
     *
     * @throws dev.nabla.math.BadInput if it is not
     */
    public static void requireFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw BadLesson.of(
                    Files.exists(folder)
                            ? "'" + folder + "' is not a folder; name the folder with index.yaml in it"
                            : "no folder '" + folder
                                    + "'; name one with an index.yaml, or make one: nabla lesson new DIR");
        }
    }

    /**
     * Checks the format number first, since a later format may have other keys. Without a number, unknown keys are
     * reported first.
     */
    private static void requireFormat(Yaml yaml) {
        if (!yaml.has("format")) {
            yaml.only(KEYS);
        }
        if (yaml.whole("format") != FORMAT) {
            throw BadLesson.at(
                    yaml.where("format"), "format " + yaml.whole("format") + " is unknown; this nabla reads " + FORMAT);
        }
    }

    private static List<Section> sections(Function<String, LazyLesson> lessons, Yaml yaml, int here, int rungs) {
        List<Yaml> written = yaml.maps("sections");
        yaml.require(
                !written.isEmpty() && written.size() <= MOST_SECTIONS, "sections", "must be 1 to " + MOST_SECTIONS);
        List<Section> sections = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Yaml each : written) {
            int rung = each.only("id", "title", "gist", "lesson", "rung").has("rung")
                    ? each.whole("rung", 1, rungs) - 1
                    : here;
            Section section = section(lessons, each, rung);
            each.require(
                    ids.add(section.id()), "id", "is " + section.id() + ", as of another section; give it its own");
            each.require(
                    sections.isEmpty() || sections.get(sections.size() - 1).rung() <= rung,
                    "rung",
                    "is below that of the section before; the order of reading goes up the ladder");
            sections.add(section);
        }
        return sections;
    }

    private static LazyLesson lesson(Path folder, String name, Function<String, Optional<LessonFile>> known) {
        return known.apply(name).orElseGet(() -> new LessonFile(folder, name));
    }

    private static Section section(Function<String, LazyLesson> lessons, Yaml yaml, int rung) {
        return new Section(
                yaml.id(),
                yaml.line("title"),
                yaml.line("gist"),
                rung,
                yaml.optional("lesson").map(file -> yaml.at("lesson", () -> lessons.apply(file))));
    }

    /** Returns an id made of the letters and digits of a title. */
    private static String idFrom(String title) {
        String words =
                title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return words.isEmpty() ? "untitled" : words.substring(0, Math.min(words.length(), Yaml.LONGEST_ID));
    }
}
