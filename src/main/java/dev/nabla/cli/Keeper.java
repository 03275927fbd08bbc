package dev.nabla.cli;

import dev.nabla.lesson.Course;
import dev.nabla.lesson.Entry;
import dev.nabla.lesson.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes down what is done in a talk; that it cannot be written is said once, and no reason to stop. */
final class Keeper {
    private final Course course;
    private final Notebook notebook;
    private final Dialogue dialogue;
    private final List<Entry> entries;
    private boolean said;

    Keeper(Course course, Notebook notebook, Dialogue dialogue) {
        this.course = course;
        this.notebook = notebook;
        this.dialogue = dialogue;
        this.entries = new ArrayList<>(notebook.contents().entries());
    }

    void keep(Entry entry) {
        entries.add(entry);
        try {
            notebook.journal().append(entry);
        } catch (IOException unwritable) {
            if (!said) {
                dialogue.quote("Progress is not kept: " + unwritable.getMessage());
            }
            said = true;
        }
    }

    /** What all of it comes to now. */
    Progress progress() {
        return Notebook.progress(course, entries, notebook.learner());
    }
}
