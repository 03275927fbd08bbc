package dev.nabla.lesson.formula;

import dev.nabla.math.BadInput;

/** A mistake in a lesson or in the index of a course. */
public final class BadLesson {
    private BadLesson() {}

    public static BadInput of(String why) {
        return BadInput.usage("bad_lesson", why);
    }

    public static BadInput at(BadInput.Where where, String why) {
        return of(why).inFile(where);
    }
}
