package dev.nabla.cli;

import dev.nabla.lesson.Course;
import dev.nabla.view.Look;
import java.util.Optional;

/** Opens the tutor on the terminal; returns the exit code when the learner leaves. */
public interface Tutor {
    int learn(Course course, Optional<String> section, Look look);
}
