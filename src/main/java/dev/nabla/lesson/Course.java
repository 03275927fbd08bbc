package dev.nabla.lesson;

import dev.nabla.figure.Spelling;
import dev.nabla.lesson.formula.BadLesson;
import dev.nabla.lesson.question.Question;
import dev.nabla.lesson.read.Ids;
import dev.nabla.lesson.read.LessonFiles;
import dev.nabla.lesson.read.Yaml;
import dev.nabla.math.BadInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The course: where it stands on the ladder, and its sections in order.
 *
 * @param id tells it from other courses, so that their learners' answers are not mixed up
 * @param ladder the courses before and after, this one marked by {@code here}
 * @param here position of this course on the ladder, from 0
 * @param sections in the order of reading
 */
public record Course(String id, List<String> ladder, int here, List<Section> sections) {
    /** The id of nabla's own course. */
    public static final String OWN = "maths";

    private static final int FORMAT = 1;
    private static final String[] KEYS = {"format", "id", "ladder", "here", "sections"};
    private static final int MOST_SECTIONS = 60;
    private static final int MOST_RUNGS = 12;
    private static final int WIDEST = 78;

    public Course {
        ladder = List.copyOf(ladder);
        sections = List.copyOf(sections);
    }

    /** Reads {@code index.yaml} in the folder and every lesson that it names. */
    public static Course load(Path folder) {
        LessonFiles.requireFolder(folder);
        Yaml yaml = Yaml.of(LessonFiles.read(folder, "index.yaml"), "index.yaml", 0);
        requireFormat(yaml);
        yaml.only(KEYS);
        List<String> ladder = yaml.strings("ladder");
        if (ladder.size() > MOST_RUNGS || longest(ladder) > WIDEST) {
            throw yaml.wrong("ladder", "has at most " + MOST_RUNGS + " rungs of " + WIDEST + " signs");
        }
        if (yaml.whole("here") < 1 || yaml.whole("here") > ladder.size()) {
            throw BadLesson.of(
                            "here " + yaml.whole("here") + " is not a place on the ladder; type 1 to " + ladder.size())
                    .in(yaml.where("here"));
        }
        int here = (int) yaml.whole("here") - 1;
        String id = yaml.optional("id").isPresent() ? Ids.of(yaml) : Ids.from(ladder.get(here));
        return new Course(id, ladder, here, sections(folder, yaml));
    }

    /** A later format may have keys of its own; without any the keys are looked at first. */
    private static void requireFormat(Yaml yaml) {
        if (!yaml.has("format")) {
            yaml.only(KEYS);
        }
        if (yaml.whole("format") != FORMAT) {
            throw BadLesson.of("format " + yaml.whole("format") + " is unknown; this nabla reads " + FORMAT)
                    .in(yaml.where("format"));
        }
    }

    private static int longest(List<String> lines) {
        int longest = 0;
        for (String line : lines) {
            longest = Math.max(longest, line.length());
        }
        return longest;
    }

    private static List<Section> sections(Path folder, Yaml yaml) {
        List<Yaml> written = yaml.maps("sections");
        if (written.isEmpty() || written.size() > MOST_SECTIONS) {
            throw yaml.wrong("sections", "must be 1 to " + MOST_SECTIONS);
        }
        List<Section> sections = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Yaml each : written) {
            Section section = section(folder, each.only("id", "title", "gist", "lesson"));
            if (!ids.add(section.id())) {
                throw each.wrong("id", "is " + section.id() + ", as of another section; give it its own");
            }
            sections.add(section);
        }
        return sections;
    }

    private static Section section(Path folder, Yaml yaml) {
        String id = Ids.of(yaml);
        String title = yaml.line("title", WIDEST);
        String gist = yaml.line("gist", WIDEST);
        Optional<Draft> draft = yaml.optional("lesson").map(file -> yaml.at("lesson", () -> Draft.open(folder, file)));
        return new Section(id, title, gist, draft);
    }

    /** The ids of its sections. */
    public List<String> sectionIds() {
        return sections.stream().map(Section::id).toList();
    }

    /** The ids of all its questions. */
    public List<String> questionIds() {
        return lessons().stream()
                .flatMap(lesson -> lesson.questions().stream())
                .map(Question::id)
                .toList();
    }

    /** The section of an id, or a complaint that says which there are. */
    public Section section(String id) {
        return sections.stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .orElseThrow(() -> BadInput.usage(
                        "unknown_section", "unknown section '" + id + "'; " + Spelling.suggest(id, sectionIds())));
    }

    /** The first section whose first figure is the one of this id. */
    public Optional<Section> showing(String figure) {
        return sections.stream().filter(section -> section.shows(figure)).findFirst();
    }

    /** The lessons that are written, in the order of reading; reads those that have not been. */
    public List<Lesson> lessons() {
        return sections.stream().map(Section::lesson).flatMap(Optional::stream).toList();
    }

    /** The question of an id, sought first in the section of its number; or a complaint that says what there is. */
    public Question question(String id) {
        String number = id.replaceAll("\\..*", "");
        return Stream.concat(sections.stream().filter(section -> section.id().equals("0" + number)), sections.stream())
                .flatMap(section -> section.lesson().stream())
                .flatMap(lesson -> lesson.questions().stream())
                .filter(question -> question.id().equals(id))
                .findFirst()
                .orElseThrow(() -> BadInput.usage(
                        "unknown_question", "unknown question '" + id + "'; " + Spelling.suggest(id, questionIds())));
    }

    /** The section that asks a question of this course. */
    public Section sectionOf(Question question) {
        return sections.stream()
                .filter(section -> section.draft()
                        .filter(draft -> draft.names(question.id()))
                        .isPresent())
                .filter(section -> section.lesson().orElseThrow().questions().contains(question))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a question or another block has this id, told without reading the lessons; a question can leave a course. */
    public boolean names(String id) {
        for (Section section : sections) {
            if (section.draft().isPresent() && section.draft().get().names(id)) {
                return true;
            }
        }
        return false;
    }

    /** The course in a dozen lines, for where there is no terminal. */
    public String outline() {
        StringBuilder text = new StringBuilder(ladder.get(here)).append("\n\n");
        for (Section section : sections) {
            String state =
                    section.draft().map(draft -> draft.minutes() + " min").orElse("not written yet");
            text.append("  ").append(section.id()).append("  ").append(section.title());
            text.append(" ".repeat(Math.max(2, 44 - section.title().length())))
                    .append(state)
                    .append('\n');
        }
        return text.toString();
    }
}
