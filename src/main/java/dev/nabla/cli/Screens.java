package dev.nabla.cli;

import dev.nabla.frame.Size;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.CourseWatcher;
import dev.nabla.output.Asciicast;
import dev.nabla.output.DisplayProfile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Opens the tutor on the terminal; gives the exit code when the learner leaves. */
public interface Screens {
    /**
     * The course, from a section on.
     *
     * @param watch tells of lessons that are saved meanwhile
     * @throws IOException with the reason, if there is no terminal to draw on
     */
    int learn(Course course, Optional<String> section, DisplayProfile look, Optional<CourseWatcher> watch)
            throws IOException;

    /** Asks what is due; empty if nothing is. */
    Optional<Integer> review(Course course, DisplayProfile look) throws IOException;

    /**
     * What it tells a terminal of this size while these keys are pressed.
     *
     * @param keys by their names, with pauses like {@code wait:1.5} between
     */
    Asciicast film(Course course, DisplayProfile look, Size size, List<String> keys);
}
