package dev.nabla.cli;

import dev.nabla.frame.Size;
import dev.nabla.lesson.Course;
import dev.nabla.lesson.read.Watch;
import dev.nabla.output.Cast;
import dev.nabla.output.DisplayProfile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Opens the tutor on the terminal; replies when the learner leaves. */
public interface Screens {
    /** Asks what is due on its own screen; empty if it has none for that. */
    default Optional<Reply> review(Course course, DisplayProfile look) throws IOException {
        return Optional.empty();
    }

    Reply learn(Course course, Optional<String> section, DisplayProfile look) throws IOException;

    /**
     * What it tells a terminal of this size while these keys are pressed; empty if it cannot be filmed.
     *
     * @param keys by their names, with pauses like {@code wait:1.5} between
     */
    default Optional<Cast> film(Course course, DisplayProfile look, Size size, List<String> keys) {
        return Optional.empty();
    }

    /** The same for whoever writes the course: what is saved meanwhile is shown. */
    default Reply rehearse(Course course, Optional<String> section, DisplayProfile look, Watch watch)
            throws IOException {
        return learn(course, section, look);
    }
}
