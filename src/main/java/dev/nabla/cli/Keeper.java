package dev.nabla.cli;

import dev.nabla.lesson.Course;
import dev.nabla.progress.Entry;
import dev.nabla.progress.Progress;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes down what is done in a talk; that it cannot be written is said once, and no reason to stop. */
final class Keeper {
    private final Course course;
    private final Notebook notebook;
    private final Consumer<String> unkept;
    private final List<Entry> entries;
    private Optional<String> why = Optional.empty();
    private int lost;

    /** @param unkept told why the first entry that is not kept is not */
    Keeper(Course course, Notebook notebook, Consumer<String> unkept) {
        this.course = course;
        this.notebook = notebook;
        this.unkept = unkept;
        this.entries = new ArrayList<>(notebook.contents().entries());
    }

    Instant now() {
        return notebook.learner().clock().instant();
    }

    void keep(Entry entry) {
        entries.add(entry);
        try {
            notebook.journal().append(entry);
        } catch (IOException unwritable) {
            if (lost == 0) {
                unkept.accept(unwritable.getMessage());
            }
            lost++;
            why = Optional.of(unwritable.getMessage());
        }
    }

    /** How many entries are not kept. */
    int lost() {
        return lost;
    }

    /** Why the last of them is not. */
    Optional<String> why() {
        return why;
    }

    /** What all of it comes to now. */
    Progress progress() {
        return Notebook.progress(course, entries, notebook.learner());
    }
}
