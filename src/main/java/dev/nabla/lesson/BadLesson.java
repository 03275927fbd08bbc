package dev.nabla.lesson;

import dev.nabla.math.BadInput;

/** A mistake in a lesson or in the index of a course. */
final class BadLesson {
    private BadLesson() {}

    static BadInput of(String why) {
        return BadInput.usage("bad_lesson", why);
    }
}
