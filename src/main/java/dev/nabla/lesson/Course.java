package dev.nabla.lesson;

import dev.nabla.figure.Spelling;
import dev.nabla.math.BadInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The course: where it stands on the ladder, and its sections in order.
 *
 * @param ladder the courses before and after, this one marked by {@code here}
 * @param here position of this course on the ladder, from 0
 * @param sections in the order of reading
 */
public record Course(List<String> ladder, int here, List<Section> sections) {
    private static final int FORMAT = 1;

    public Course {
        ladder = List.copyOf(ladder);
        sections = List.copyOf(sections);
    }

    /** Reads {@code index.yaml} in the folder and every lesson that it names. */
    public static Course load(Path folder) {
        Path index = folder.resolve("index.yaml");
        Yaml yaml = Yaml.of(LessonFiles.read(index), index.getFileName().toString());
        if (yaml.whole("format") != FORMAT) {
            throw BadInput.usage(
                    "bad_lesson",
                    "index.yaml: format " + yaml.whole("format") + " is unknown; this nabla reads " + FORMAT);
        }
        List<Section> sections = new ArrayList<>();
        for (Yaml section : yaml.maps("sections")) {
            sections.add(section(folder, section));
        }
        List<String> ladder = yaml.strings("ladder");
        if (yaml.whole("here") < 1 || yaml.whole("here") > ladder.size()) {
            throw BadInput.usage(
                    "bad_lesson",
                    "index.yaml: here " + yaml.whole("here") + " is not a place on the ladder; type 1 to "
                            + ladder.size());
        }
        return new Course(ladder, (int) yaml.whole("here") - 1, sections);
    }

    private static Section section(Path folder, Yaml yaml) {
        Optional<Draft> draft =
                yaml.optional("lesson").map(file -> LessonReader.open(LessonFiles.inside(folder, file), file));
        return new Section(yaml.string("id"), yaml.string("title"), yaml.string("gist"), draft);
    }

    /** The section of an id, or a complaint that says which there are. */
    public Section section(String id) {
        List<String> ids = sections.stream().map(Section::id).toList();
        return sections.stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .orElseThrow(() -> BadInput.usage(
                        "unknown_section", "unknown section '" + id + "'; " + Spelling.suggest(id, ids)));
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
                        "unknown_question", "unknown question '" + id + "'; " + Spelling.suggest(id, ids())));
    }

    private List<String> ids() {
        return lessons().stream()
                .flatMap(lesson -> lesson.questions().stream())
                .map(Question::id)
                .toList();
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
