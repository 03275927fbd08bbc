package dev.nabla.lesson;

import java.util.Set;

/** A lesson of which only title and minutes have been read; the rest is read when somebody wants it, and then kept. */
public final class Draft {
    private final String place;
    private final String title;
    private final int minutes;
    private final Source source;
    private volatile Set<String> ids;
    private volatile Lesson lesson;

    /** Where a lesson is read from; gives equal values at every call, on any thread. */
    public interface Source {
        /**
         * All of it as it was typed.
         *
         * @throws dev.nabla.math.BadInput if that is not text, or has a character that could steer a terminal
         */
        String text();

        /** The ids of its blocks, found without reading the lesson. */
        Set<String> ids();

        /**
         * The whole lesson.
         *
         * @throws dev.nabla.math.BadInput if it has a mistake, with its place
         */
        Lesson lesson();
    }

    /**
     * A lesson that has not been read.
     *
     * @param place its file in the course, for complaints
     * @param title it calls itself; readers see what the course calls it
     * @param minutes that reading takes
     * @param source of the rest
     */
    public Draft(String place, String title, int minutes, Source source) {
        this.place = place;
        this.title = title;
        this.minutes = minutes;
        this.source = source;
    }

    /** Its file in the course, for complaints. */
    public String place() {
        return place;
    }

    /** Its own title; readers see what the course calls it. */
    public String title() {
        return title;
    }

    /** How long reading takes. */
    public int minutes() {
        return minutes;
    }

    /** {@link Source#text}. */
    public String text() {
        return source.text();
    }

    /** Whether a block has this id; nothing else of the file is read for it. */
    boolean names(String id) {
        Set<String> known = ids;
        if (known == null) {
            known = source.ids();
            ids = known;
        }
        return known.contains(id);
    }

    /** {@link Source#lesson}, read once; two threads that ask at once may both read it, and read the same. */
    public Lesson lesson() {
        Lesson known = lesson;
        if (known == null) {
            known = source.lesson();
            lesson = known;
        }
        return known;
    }
}
