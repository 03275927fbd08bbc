package dev.nabla.lesson;

import dev.nabla.lesson.question.Question;
import dev.nabla.math.BadInput;
import dev.nabla.math.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The course: where it stands on the ladder, and its sections in order.
 *
 * @param id tells it from other courses, so that their learners' answers are not mixed up
 * @param ladder what is learnt one after the other, here or elsewhere
 * @param here the rung, from 0, of sections that name none
 * @param sections in the order of reading, which goes up the ladder
 */
public record Course(String id, List<String> ladder, int here, List<Section> sections) {
    /** The id of nabla's own course. */
    public static final String OWN = "maths";

    public Course {
        ladder = List.copyOf(ladder);
        sections = List.copyOf(sections);
    }

    /** The rungs that have sections here, from 0, upwards. */
    public List<Integer> rungs() {
        return sections.stream().map(Section::rung).distinct().toList();
    }

    /** The sections of a rung. */
    public List<Section> sectionsOf(int rung) {
        return sections.stream().filter(section -> section.rung() == rung).toList();
    }

    /** The ids of its sections. */
    public List<String> sectionIds() {
        return sections.stream().map(Section::id).toList();
    }

    /** The ids of all its questions. */
    public List<String> questionIds() {
        return sections.stream()
                .flatMap(section -> section.outline().stream())
                .flatMap(outline -> outline.questions().stream())
                .toList();
    }

    /** The section of an id, or a complaint that says which there are. */
    public Section section(String id) {
        return find(id).orElseThrow(() -> BadInput.usage(
                "unknown_section", "unknown section '" + id + "'; " + Spelling.suggest(id, sectionIds())));
    }

    /** The section of an id, if there is one. */
    public Optional<Section> find(String id) {
        return sections.stream().filter(section -> section.id().equals(id)).findFirst();
    }

    /** The next section that is written, or with -1 the one before. */
    public Optional<Section> neighbour(Section section, int by) {
        int i = sections.indexOf(section) + by;
        while (i >= 0 && i < sections.size() && !sections.get(i).isWritten()) {
            i += by;
        }
        return i >= 0 && i < sections.size() ? Optional.of(sections.get(i)) : Optional.empty();
    }

    /** The first section whose first figure is the one of this id. */
    public Optional<Section> showing(String figure) {
        return sections.stream().filter(section -> section.shows(figure)).findFirst();
    }

    /** The lessons that are written, of which not all need have been read. */
    public Stream<LazyLesson> drafts() {
        return sections.stream().flatMap(section -> section.draft().stream());
    }

    /** The lessons that are written, in the order of reading; reads those that have not been. */
    public List<Lesson> lessons() {
        return drafts().map(LazyLesson::lesson).toList();
    }

    /** The question of an id, or a complaint that says what there is. */
    public Question question(String id) {
        return asking(id).question(id).orElseThrow();
    }

    /** The section that asks the question of an id, or a complaint that says what there is. */
    public Section asking(String id) {
        return sections.stream()
                .filter(section -> section.names(id) && section.question(id).isPresent())
                .findFirst()
                .orElseThrow(() -> BadInput.usage(
                        "unknown_question", "unknown question '" + id + "'; " + Spelling.suggest(id, questionIds())));
    }

    /** True if a question or another block has this id; told without reading the lessons; a question can leave a course. */
    public boolean names(String id) {
        return sections.stream().anyMatch(section -> section.names(id));
    }

    /** The course in a dozen lines, for where there is no terminal. */
    public String outline() {
        StringBuilder text = new StringBuilder();
        for (int rung : rungs()) {
            text.append(text.isEmpty() ? "" : "\n").append(ladder.get(rung)).append("\n\n");
            for (Section section : sectionsOf(rung)) {
                String state =
                        section.draft().map(draft -> draft.minutes() + " min").orElse("not written yet");
                String gap = " ".repeat(Math.max(2, 44 - section.title().length()));
                text.append("  " + section.id() + "  " + section.title() + gap + state + "\n");
            }
        }
        return text.toString();
    }
}
