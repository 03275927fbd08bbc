package dev.nabla.lesson;

import dev.nabla.lesson.question.Question;
import dev.nabla.math.BadInput;
import dev.nabla.math.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * A course: the ladder it belongs to, and its sections in reading order.
 *
 * @param id id that keeps the answers of different courses apart
 * @param ladder titles of the rungs, from the first to learn to the last; some may be taught in other courses
 * @param here index of the rung, from 0, for sections that name none
 * @param sections sections in reading order; their rungs never go down
 * @param words its glossary, which may be empty
 */
public record Course(String id, List<String> ladder, int here, List<Section> sections, LazyGlossary words) {
    /** Id of nabla's own course. */
    public static final String OWN = "maths";

    /** Rung of nabla's own course that ends with a model which was read from end to end, from 0. */
    private static final int MODEL = 2;

    public Course {
        ladder = List.copyOf(ladder);
        sections = List.copyOf(sections);
    }

    /** Creates a course without a glossary. */
    public Course(String id, List<String> ladder, int here, List<Section> sections) {
        this(id, ladder, here, sections, LazyGlossary.NONE);
    }

    /** Returns the indices of the rungs that have sections in this course, from 0, in ascending order. */
    public List<Integer> rungs() {
        return sections.stream().map(Section::rung).distinct().toList();
    }

    /** Returns the sections of a rung, given by its index from 0. */
    public List<Section> sectionsOf(int rung) {
        return sections.stream().filter(section -> section.rung() == rung).toList();
    }

    /** Returns the ids of the sections, in reading order. */
    public List<String> sectionIds() {
        return sections.stream().map(Section::id).toList();
    }

    /** Returns the ids of all questions, in reading order. Reads the lessons whose outline is not known yet. */
    public List<String> questionIds() {
        return sections.stream()
                .flatMap(section -> section.outline().stream())
                .flatMap(outline -> outline.questions().stream())
                .toList();
    }

    /**
     * Returns the section with this id.
     *
     * @throws BadInput if there is none; the message suggests an id
     */
    public Section section(String id) {
        return find(id).orElseThrow(() -> retired(id)
                .orElseGet(() -> BadInput.usage(
                        "unknown_section", "unknown section '" + id + "'; " + Spelling.suggest(id, sectionIds()))));
    }

    /** Returns the section with this id, if there is one. */
    public Optional<Section> find(String id) {
        return sections.stream().filter(section -> section.id().equals(id)).findFirst();
    }

    /**
     * Returns the nearest written section after this one ({@code by} = 1) or before it ({@code by} = −1); empty if
     * there is none.
     */
    public Optional<Section> neighbour(Section section, int by) {
        int i = sections.indexOf(section) + by;
        while (i >= 0 && i < sections.size() && !sections.get(i).isWritten()) {
            i += by;
        }
        return i >= 0 && i < sections.size() ? Optional.of(sections.get(i)) : Optional.empty();
    }

    /** Returns the first section whose first figure has this id. */
    public Optional<Section> showing(String figure) {
        return sections.stream().filter(section -> section.shows(figure)).findFirst();
    }

    /** Returns the lessons that are written, in reading order, without reading them. */
    public Stream<LazyLesson> drafts() {
        return sections.stream().flatMap(section -> section.draft().stream());
    }

    /** Returns the lessons that are written, in reading order. Reads those that have not been read yet. */
    public List<Lesson> lessons() {
        return drafts().map(LazyLesson::lesson).toList();
    }

    /**
     * Returns the question with this id.
     *
     * @throws BadInput if there is none; the message suggests an id
     */
    public Question question(String id) {
        return sectionOf(id).question(id).orElseThrow();
    }

    /** Returns the page that explains a question; empty if the question names none or the page cannot be read. */
    public Optional<PageRef> explaining(Question question) {
        return question.explained().flatMap(this::page);
    }

    /** Returns the page that introduces a word; empty if the page does not exist or cannot be read. */
    public Optional<PageRef> introducing(GlossaryEntry word) {
        return page(word.page());
    }

    private Optional<PageRef> page(String reference) {
        try {
            return PageRef.find(reference, this);
        } catch (BadInput unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Returns the glossary. The first call reads it.
     *
     * @throws BadInput if it has a mistake, with file and line
     */
    public Glossary glossary() {
        return words.glossary();
    }

    /**
     * Returns the section that contains the question with this id.
     *
     * @throws BadInput if there is none; the message suggests an id
     */
    public Section sectionOf(String id) {
        return sections.stream()
                .filter(section -> section.names(id) && section.question(id).isPresent())
                .findFirst()
                .orElseThrow(() -> retired(id).orElseGet(() -> unknown(id)));
    }

    /** Returns the error for an id that the course never had, with a near one, or with what names all of them. */
    private BadInput unknown(String id) {
        return BadInput.usage(
                "unknown_question",
                "unknown question '" + id + "'; "
                        + Spelling.closest(id, questionIds())
                                .map(near -> "did you mean '" + near + "'?")
                                .orElse("nabla lesson list --questions names them all"));
    }

    /** Returns whether this id was removed from the course, without reading the lessons. Answers to it do not count. */
    public boolean retires(String id) {
        for (Section section : sections) {
            if (section.retires(id)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the error for an id that was removed from the course; empty for any other id. */
    private Optional<BadInput> retired(String id) {
        return sections.stream()
                .filter(section -> section.retires(id))
                .findFirst()
                .map(section -> BadInput.usage(
                        "retired_id",
                        id + " is retired: section " + section.id()
                                + " no longer has it, and answers to it no longer count;"
                                + " nabla lesson list --questions names the questions there are"));
    }

    /**
     * Returns whether a question or another block has this id, without reading the lessons. An id from an earlier
     * version of the course may be gone.
     */
    public boolean names(String id) {
        return sections.stream().anyMatch(section -> section.names(id));
    }

    /** Returns the size of some sections; empty while the outline of one is unknown. Reads no lesson. */
    public static Optional<Workload> workload(List<Section> sections) {
        return workload(sections, section -> 1);
    }

    /**
     * Returns the size of some sections like {@link #workload(List)}, for a learner with a pace of their own.
     *
     * @param pace by what the time for everything but reading is multiplied, for each section
     */
    public static Optional<Workload> workload(List<Section> sections, ToDoubleFunction<Section> pace) {
        Workload all = Workload.NONE;
        for (Section section : sections) {
            Optional<Workload> one = section.workload(pace.applyAsDouble(section));
            if (section.isWritten() && one.isEmpty()) {
                return Optional.empty();
            }
            all = all.plus(one.orElse(Workload.NONE));
        }
        return Optional.of(all);
    }

    /**
     * Returns the estimated time to the closing page, reading and practice, like {@code 7 hours}. Empty while the
     * outline of a section is unknown. Reads no lesson.
     */
    public Optional<String> timeInWords() {
        return workload(untilClosing()).map(Workload::timeInWords);
    }

    /** Returns whether this is nabla's own course, which explains the model that the opening shows. */
    public boolean isOwn() {
        return id.equals(OWN);
    }

    /**
     * Returns the section after which the closing page comes: the last one about the model of nabla's own course. Empty
     * in another course.
     */
    public Optional<Section> closing() {
        List<Section> model = isOwn() ? sectionsOf(MODEL) : List.of();
        return model.stream().filter(Section::isWritten).reduce((before, last) -> last);
    }

    /** Returns the written sections that lead to the closing page; all of a course without one. */
    public List<Section> untilClosing() {
        return written().subList(0, closingEnd());
    }

    /** Returns the written sections after the closing page; the course is finished without them. */
    public List<Section> afterClosing() {
        List<Section> written = written();
        return written.subList(closingEnd(), written.size());
    }

    private int closingEnd() {
        List<Section> written = written();
        return closing().map(last -> written.indexOf(last) + 1).orElse(written.size());
    }

    /** Returns the sections that can be read, in reading order. */
    public List<Section> written() {
        return sections.stream().filter(Section::isWritten).toList();
    }

    /**
     * Returns a table of contents in plain text: each rung with the ids, titles and times of its sections. Reads no
     * lesson: of a section whose outline is unknown it has only the reading time.
     */
    public String outline() {
        StringBuilder text = new StringBuilder();
        for (int rung : rungs()) {
            text.append(text.isEmpty() ? "" : "\n").append(ladder.get(rung)).append("\n\n");
            for (Section section : sectionsOf(rung)) {
                String reading = section.draft()
                        .map(draft -> draft.minutes() + " min to read")
                        .orElse("not written yet");
                String state = section.workload().map(Workload::times).orElse(reading);
                String gap = " ".repeat(Math.max(2, 44 - section.title().length()));
                text.append("  " + section.id() + "  " + section.title() + gap + state + "\n");
            }
        }
        return text.toString();
    }
}
