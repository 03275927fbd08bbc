package dev.nabla.lesson;

import java.util.function.Supplier;

/** A lesson of which only the front matter has been read; the rest is read when somebody wants it, and then kept. */
public final class Draft {
    private final String place;
    private final int minutes;
    private final String source;
    private final Supplier<Lesson> rest;
    private volatile Lesson lesson;

    Draft(String place, int minutes, String source, Supplier<Lesson> rest) {
        this.place = place;
        this.minutes = minutes;
        this.source = source;
        this.rest = rest;
    }

    /** Its file in the course, for complaints. */
    String place() {
        return place;
    }

    /** The whole file as it was typed. */
    String source() {
        return source;
    }

    /** How long reading takes. */
    public int minutes() {
        return minutes;
    }

    /**
     * The whole lesson. Two threads that ask at once may both read it, and read the same.
     *
     * @throws dev.nabla.math.BadInput if it has a mistake, with its place
     */
    public Lesson lesson() {
        Lesson known = lesson;
        if (known == null) {
            known = rest.get();
            lesson = known;
        }
        return known;
    }
}
