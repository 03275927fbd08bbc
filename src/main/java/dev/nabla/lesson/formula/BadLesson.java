package dev.nabla.lesson.formula;

import dev.nabla.math.BadInput;

/**
 * Creates error messages for mistakes in a lesson or in the index of a course, all with the code {@code bad_lesson}.
 */
public final class BadLesson {
    private BadLesson() {}

    public static BadInput of(String why) {
        return BadInput.usage("bad_lesson", why);
    }

    public static BadInput at(BadInput.Where where, String why) {
        return of(why).inFile(where);
    }
}
