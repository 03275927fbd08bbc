package dev.nabla.cli;

import dev.nabla.lesson.Course;
import dev.nabla.view.Look;
import java.io.IOException;
import java.util.Optional;

/** Opens the tutor on the terminal; replies when the learner leaves. */
public interface Tutor {
    Reply learn(Course course, Optional<String> section, Look look) throws IOException;
}
