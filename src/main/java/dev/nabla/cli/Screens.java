package dev.nabla.cli;

import dev.nabla.frame.Size;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseWatcher;
import dev.nabla.output.Asciicast;
import dev.nabla.output.DisplayProfile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The tutor on the terminal. Its methods return the exit code when the learner leaves. */
public interface Screens {
    /**
     * Opens the course at a section.
     *
     * @param section the section to open; the home screen if empty
     * @param watch reports lessons that are saved meanwhile, so that they are reloaded
     * @throws IOException with the reason, if there is no terminal to draw on
     */
    int learn(Course course, Optional<String> section, DisplayProfile look, Optional<CourseWatcher> watch)
            throws IOException;

    /** Asks the questions that are due. Returns empty if none is due. */
    Optional<Integer> review(Course course, DisplayProfile look) throws IOException;

    /**
     * Records the tutor on a terminal of this size while keys are pressed.
     *
     * @param keys the names of the keys, with pauses like {@code wait:1.5} in seconds between them
     */
    Asciicast film(Course course, DisplayProfile look, Size size, List<String> keys);
}
